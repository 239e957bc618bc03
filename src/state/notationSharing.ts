import type { NotationId, Written } from '#files';
import { appStore } from './appStore.ts';
import { filesRoom } from './filesRoom.ts';
import { historyRead } from './history.ts';
import { orSay, sayNote } from './messages.ts';
import { unlessClosed, writing } from './saving.ts';

const { getState } = appStore;

type OtherNotation = NotationId | 'cloud-events';

const kinds: { readonly [N in OtherNotation]: { mimeType: string; ending: string } } = {
  emlang: { mimeType: 'application/yaml', ending: '.emlang.yaml' },
  'event-modeling': { mimeType: 'application/json', ending: '.eventmodeling.json' },
  mermaid: { mimeType: 'text/plain', ending: '.mmd' },
  'cloud-events': { mimeType: 'application/cloudevents-batch+json', ending: '.cloudevents.json' },
};

/** Events beyond these are saved, but not shown. */
const mostShown = 1000;

const eventsLeftOut = [
  'The wall, its code and specifications, and the commands.',
  'Metadata that is no text or whole number; names of metadata are written in small letters.',
];

/** The open model in another notation, with what that cannot carry; of many events the first. Null where that goes wrong, which is said. */
export const lookAtNotation = (notation: OtherNotation): Promise<Written | null> => orSay(() => written(notation));

const written = async (notation: OtherNotation): Promise<Written> => {
  const { loadCloudEvents, loadNotations } = await filesRoom();
  if (notation !== 'cloud-events') return (await loadNotations()).writeNotation(notation, getState().board);
  await historyRead();
  const { cloudEventPieces } = await loadCloudEvents();
  const { events } = getState();
  const shown = [...cloudEventPieces(events.slice(0, mostShown))].join('');
  const more = events.length - mostShown;
  return {
    text: shown,
    leftOut:
      more > 0 ? [...eventsLeftOut, `${more.toLocaleString('en')} events more are in the file only.`] : eventsLeftOut,
  };
};

const blobOfNotation = async (notation: OtherNotation): Promise<Blob> => {
  const { mimeType } = kinds[notation];
  const { loadCloudEvents, loadNotations } = await filesRoom();
  if (notation !== 'cloud-events')
    return new Blob([(await loadNotations()).notationText(notation, getState().board)], { type: mimeType });
  await historyRead();
  const { events } = getState();
  return writing((await loadCloudEvents()).cloudEventPieces(events), mimeType, events.length);
};

export const saveNotation = async (notation: OtherNotation): Promise<void> => {
  await orSay(async () => {
    const { saveForOthers } = await filesRoom();
    const { name } = getState().board;
    if (await unlessClosed(blobOfNotation(notation), (blob) => saveForOthers(blob, name, kinds[notation])))
      sayNote(`Saved ${name} to a file.`);
  });
};
