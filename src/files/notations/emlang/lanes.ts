import type { NoteKind } from '#model';

/** Triggers of emlang are whatever starts something; the swimlane that we write says which of our kinds it is. */
export const laneOfKind = { actor: 'Actor', screen: 'Screen', policy: 'Policy', system: 'External' } as const;
export type TriggerKind = keyof typeof laneOfKind;

const kindsByLane: { readonly [lane: string]: TriggerKind } = {
  actor: 'actor',
  role: 'actor',
  user: 'actor',
  screen: 'screen',
  ui: 'screen',
  page: 'screen',
  policy: 'policy',
  process: 'policy',
  processor: 'policy',
  automation: 'policy',
  system: 'policy',
  external: 'system',
  'external system': 'system',
};

/** The kind that a swimlane says, if it says one. */
export const kindOfLane = (lane: string): TriggerKind | undefined => {
  const word = lane.toLowerCase();
  return Object.hasOwn(kindsByLane, word) ? kindsByLane[word] : undefined;
};

export const isTriggerKind = (kind: NoteKind): kind is TriggerKind => Object.hasOwn(laneOfKind, kind);
