import type { Size } from './boardEvents.ts';
import { type Board, type Lens, type NoteKind, noteKinds } from './definitions.ts';

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

/** Notation with a lens: who may follow whom, the most telling next note first, as quick-add offers them. */
type Followers = { readonly [K in NoteKind]: readonly NoteKind[] };

const design: Followers = {
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

const followersIn: { readonly [L in Lens]: Followers } = {
  /** Events in the order of the story, with who and what takes part; arrows of the finer levels stay right. */
  'big-picture': {
    ...design,
    event: ['event', 'system', 'actor', 'read-model', 'policy'],
    actor: ['event', 'command', 'system'],
    system: ['event', 'actor'],
  },
  /** Who decides is not asked yet: a command leads straight to its event. */
  process: {
    ...design,
    command: ['event', 'system', 'decider'],
    event: ['policy', 'read-model'],
  },
  design,
  /** The slice is the decider, and what is to be done stands in a read model (a to-do list) that a processor works off. */
  'event-modeling': {
    ...design,
    command: ['event', 'decider', 'system'],
    event: ['read-model'],
    'read-model': ['screen', 'policy', 'actor'],
  },
};

const kindsOfLens: { readonly [L in Lens]: readonly NoteKind[] } = {
  'big-picture': ['event', 'hotspot', 'actor', 'system', 'frame'],
  process: ['event', 'command', 'policy', 'read-model', 'actor', 'system', 'hotspot', 'frame'],
  design: noteKinds,
  'event-modeling': ['screen', 'command', 'event', 'read-model', 'policy', 'actor', 'system', 'hotspot', 'frame'],
};

export const lensOf = ({ settings }: Pick<Board, 'settings'>): Lens => settings.lens ?? 'design';

/** The kinds that a lens offers first, and those that it leaves to others; a note that is there is never hidden. */
export const kindsIn = (lens: Lens): { first: readonly NoteKind[]; further: readonly NoteKind[] } => {
  const first = kindsOfLens[lens];
  return { first, further: noteKinds.filter((kind) => !first.includes(kind)) };
};

const isUnbound = (kind: NoteKind): boolean => kind === 'hotspot';

/** Whether the notation has an arrow between the two. Advice only: the board takes any arrow unless it is strict. */
export const mayFollow = (from: NoteKind, to: NoteKind, lens: Lens = 'design'): boolean =>
  isUnbound(from) || isUnbound(to) || followersIn[lens][from].includes(to);

/** What quick-add offers after a note. A frame is no step of a story. */
export const nextKinds = (kind: NoteKind, lens: Lens = 'design'): NoteKind[] => {
  if (kind === 'frame') return [];
  if (kind === 'hotspot') return noteKinds.filter((other) => other !== 'frame' && other !== 'hotspot');
  return [...followersIn[lens][kind], 'hotspot'];
};

/** What quick-add offers in front of a note. */
export const previousKinds = (kind: NoteKind, lens: Lens = 'design'): NoteKind[] => {
  if (kind === 'frame') return [];
  return noteKinds.filter((other) => other !== 'frame' && other !== kind && mayFollow(other, kind, lens));
};

/** The word of a kind in a sentence: `a policy`, `an actor`. */
export const withArticle = (kind: NoteKind): string => {
  const word = kindInfo[kind].word.toLowerCase();
  return /^[aeiou]/u.test(word) ? `an ${word}` : `a ${word}`;
};

const orList = (words: readonly string[]): string =>
  words.length > 1 ? `${words.slice(0, -1).join(', ')} or ${words.at(-1)}` : words.join('');

/** Why an arrow is none of the notation, in a sentence or two. */
export const whyNot = (from: NoteKind, to: NoteKind, lens: Lens): string => {
  const area = [from, to].find((kind) => kind === 'frame');
  if (area) return 'A frame is an area, no step of the story: arrows lead from note to note.';
  const one = withArticle(from);
  const followers = followersIn[lens][from].map(withArticle);
  return `No arrow leads from ${one} to ${withArticle(to)}: ${one} leads to ${orList(followers)}.`;
};
