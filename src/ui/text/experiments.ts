import type { Delivery, Difference, Json } from '#model';
import { counted } from './counted.ts';

const documents = (count: number): string => counted(count, 'document', 'documents');

const shown = (value: Json | undefined): string => {
  if (value === undefined) return 'nothing';
  const text = JSON.stringify(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
};

const how: { [D in Delivery]: string } = {
  again: 'Rebuilt from the recorded events',
  twice: 'With each event delivered twice',
  shuffled: 'With streams one after the other',
};

/** Words of the experiments on a read model. */
export const experimentTexts = {
  experiments: 'Experiments',
  hint: 'On a copy: what is stored stays as it is.',
  noEvents: 'There are no recorded events to try with yet.',
  names: { again: 'Rebuild and compare', twice: 'Deliver twice', shuffled: 'Mix the streams' } satisfies {
    [D in Delivery]: string;
  },
  same: (delivery: Delivery, count: number) => `${how[delivery]}: the same ${documents(count)}.`,
  different: (delivery: Delivery, count: number) => `${how[delivery]}: ${documents(count)} came out otherwise.`,
  difference: (documentId: string, difference?: Difference) =>
    difference
      ? `${documentId}${difference.path ? `, ${difference.path}` : ''}: ${shown(difference.expected)} became ${shown(difference.actual)}`
      : documentId,
  broken: (message: string) => `It broke: ${message}`,
};
