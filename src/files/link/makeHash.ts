import { askingWorker } from '../askingWorker.ts';
import { inTime } from '../inTime.ts';

const broken = new Error(
  'Making this link broke off: it takes more memory than there is, or a part of the app could not be fetched.',
);

const endless = new Error('Making this link did not come to an end, and was stopped.');

/** In milliseconds, far longer than the largest model that a link can hold takes on a slow machine. */
const longestMaking = 60_000;

/**
 * The hash of a link that holds a model, made off the screen's thread; null where it would be longer than any browser
 * opens.
 */
export const makeHash = async (model: Blob): Promise<string | null> => {
  const worker = new Worker(new URL('./linkWorker.ts', import.meta.url), { type: 'module', name: 'link' });
  const { ask, close } = askingWorker<Blob>(worker, { broken, stopped: broken });
  return inTime(ask<string>(model), longestMaking, endless).finally(close);
};
