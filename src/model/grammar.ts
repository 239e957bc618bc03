import type { Size } from './boardEvents.ts';
import { type NoteKind, noteKinds } from './definitions.ts';

export type NoteShape = 'square' | 'wide' | 'portrait' | 'diamond' | 'area';

export type KindInfo = {
  /** The kind in words, as it stands on every note. */
  word: string;
  plural: string;
  color: string;
  shape: NoteShape;
  defaultSize: Size;
  defaultName: string;
  hasFields: boolean;
  hasCode: boolean;
  /** The key that adds a note of this kind. Frames have none: the digits end at nine. */
  key: string | null;
};

const square: Size = { width: 128, height: 128 };
const wide: Size = { width: 192, height: 112 };
const plain = { hasFields: false, hasCode: false };

/** Notation of the DDD Crew's EventStorming glossary; colours are its sticker colours. */
export const kindInfo: { readonly [K in NoteKind]: KindInfo } = {
  event: {
    word: 'Domain event',
    plural: 'Domain events',
    color: '#FFA75D',
    shape: 'square',
    defaultSize: square,
    defaultName: 'SomethingHappened',
    hasFields: true,
    hasCode: false,
    key: '1',
  },
  command: {
    word: 'Command',
    plural: 'Commands',
    color: '#7ADBFB',
    shape: 'square',
    defaultSize: square,
    defaultName: 'DoSomething',
    hasFields: true,
    hasCode: false,
    key: '2',
  },
  decider: {
    word: 'Decider',
    plural: 'Deciders',
    color: '#FDF8B6',
    shape: 'wide',
    defaultSize: wide,
    defaultName: 'Decider',
    hasFields: false,
    hasCode: true,
    key: '3',
  },
  policy: {
    word: 'Policy',
    plural: 'Policies',
    color: '#C18FCA',
    shape: 'wide',
    defaultSize: wide,
    defaultName: 'Whenever …, then …',
    hasFields: false,
    hasCode: true,
    key: '4',
  },
  'read-model': {
    word: 'Read model',
    plural: 'Read models',
    color: '#D9F79F',
    shape: 'square',
    defaultSize: square,
    defaultName: 'ReadModel',
    hasFields: false,
    hasCode: true,
    key: '5',
  },
  actor: {
    word: 'Actor',
    plural: 'Actors',
    color: '#FEF445',
    shape: 'portrait',
    defaultSize: { width: 88, height: 112 },
    defaultName: 'Actor',
    ...plain,
    key: '6',
  },
  system: {
    word: 'External system',
    plural: 'External systems',
    color: '#EB9BC0',
    shape: 'wide',
    defaultSize: wide,
    defaultName: 'System',
    ...plain,
    key: '7',
  },
  screen: {
    word: 'Screen',
    plural: 'Screens',
    color: '#FFFFFF',
    shape: 'wide',
    defaultSize: wide,
    defaultName: 'Screen',
    ...plain,
    key: '8',
  },
  hotspot: {
    word: 'Hotspot',
    plural: 'Hotspots',
    color: '#F27C8C',
    shape: 'diamond',
    defaultSize: { width: 160, height: 160 },
    defaultName: 'What about …?',
    ...plain,
    key: '9',
  },
  frame: {
    word: 'Frame',
    plural: 'Frames',
    color: '#8A94A6',
    shape: 'area',
    defaultSize: { width: 480, height: 320 },
    defaultName: 'Context',
    ...plain,
    key: null,
  },
};

/** The most telling next note first: quick-add offers them in this order. */
const followers: { readonly [K in NoteKind]: readonly NoteKind[] } = {
  actor: ['command'],
  screen: ['command'],
  command: ['decider', 'system', 'event'],
  decider: ['event'],
  system: ['event'],
  event: ['read-model', 'policy'],
  policy: ['command'],
  'read-model': ['actor', 'screen', 'policy'],
  hotspot: [],
  frame: [],
};

const isUnbound = (kind: NoteKind): boolean => kind === 'hotspot';

/** Whether the notation has an arrow between the two. Advice only: the board takes any arrow. */
export const mayFollow = (from: NoteKind, to: NoteKind): boolean =>
  isUnbound(from) || isUnbound(to) || followers[from].includes(to);

/** What quick-add offers after a note. A frame is no step of a story. */
export const nextKinds = (kind: NoteKind): NoteKind[] => {
  if (kind === 'frame') return [];
  if (kind === 'hotspot') return noteKinds.filter((other) => other !== 'frame' && other !== 'hotspot');
  return [...followers[kind], 'hotspot'];
};

/** What quick-add offers in front of a note. */
export const previousKinds = (kind: NoteKind): NoteKind[] => {
  if (kind === 'frame') return [];
  return noteKinds.filter((other) => other !== 'frame' && other !== kind && mayFollow(other, kind));
};
