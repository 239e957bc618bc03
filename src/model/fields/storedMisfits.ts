import type { DefinitionOf, Json } from '../definitions.ts';
import { storedNames } from '../storedNames.ts';
import { type Misfit, misfits } from './misfits.ts';
import { asOfToday } from './upcasts.ts';

type Stored = { type: string; data: Json; metadata: { globalPosition: number; schemaVersion?: number } };

/** A stored event as it is read today, or why it cannot be. */
export type StoredRead = { event: Stored; error?: string };

/** Stored events of one type that share one reason for which they no longer fit. */
export type StoredMisfit = {
  /** Path without positions in lists; the former name where the events are stored under it; why they cannot be read. */
  path: string;
  reason: Misfit['reason'] | 'renamed' | 'unreadable';
  /** "14 stored SaleRungUp events have no `taxRate`, which is required now." */
  sentence: string;
  /** Global positions, oldest first. */
  positions: readonly number[];
};

/** Why stored events of a definition no longer fit, and how many they are. */
export type StoredMisfits = { count: number; reasons: readonly StoredMisfit[] };

/**
 * Judges the stored events of a definition as they come, oldest first: how they differ from its fields and name of
 * today. They stay as they were written.
 */
export const judgeStored = (definition: DefinitionOf<'event'>) => {
  const found = new Map<string, Pick<StoredMisfit, 'path' | 'reason'> & { positions: number[] }>();
  let count = 0;
  let last = 0;

  const note = (reason: StoredMisfit['reason'], path: string, position: number): void => {
    const key = `${reason} ${path}`;
    const known = found.get(key) ?? { path, reason, positions: [] };
    found.set(key, known);
    if (known.positions.at(-1) !== position) known.positions.push(position);
    if (last !== position) count += 1;
    last = position;
  };

  const judgeRead = ({ event, error }: StoredRead): void => {
    const { globalPosition } = event.metadata;
    if (error !== undefined) {
      note('unreadable', error, globalPosition);
      return;
    }
    if (event.type !== definition.name) note('renamed', event.type, globalPosition);
    for (const { reason, path } of misfits(definition.fields, event.data))
      note(reason, path.replace(/\[\d+\]/gu, '[]'), globalPosition);
  };

  return {
    /** Where no code has a say in how they are read. */
    judge: (stored: readonly Stored[]): void => {
      for (const event of eventsOfDefinition(definition, stored)) judgeRead({ event: asOfToday(definition, event) });
    },
    judgeRead: (read: readonly StoredRead[]): void => read.forEach(judgeRead),
    found: (): StoredMisfits => ({
      count,
      reasons: [...found.values()].map(({ path, reason, positions }) => ({
        path,
        reason,
        sentence: sentenceFor(definition.name, reason, path, positions.length),
        positions,
      })),
    }),
  };
};

/** The same for events that are all there. */
export const storedMisfits = (
  definition: DefinitionOf<'event'>,
  stored: readonly Stored[],
): readonly StoredMisfit[] => {
  const { judge, found } = judgeStored(definition);
  judge(stored);
  return found().reasons;
};

/** The stored events of a definition, under its present name or a former one. */
export const eventsOfDefinition = <E extends { type: string }>(
  definition: DefinitionOf<'event'>,
  stored: readonly E[],
): E[] => {
  const names = new Set(storedNames(definition));
  return stored.filter(({ type }) => names.has(type));
};

const sentenceFor = (name: string, reason: StoredMisfit['reason'], path: string, count: number): string => {
  const isOne = count === 1;
  if (reason === 'renamed') return `${count} stored ${isOne ? 'event is' : 'events are'} named ${path}.`;
  const events = `${count} stored ${name} ${isOne ? 'event' : 'events'}`;
  switch (reason) {
    case 'missing':
      return `${events} ${isOne ? 'has' : 'have'} no \`${path}\`, which is required now.`;
    case 'removed':
      return `${events} ${isOne ? 'has' : 'have'} \`${path}\`, which is not among the fields.`;
    case 'retyped':
      return `${events} ${isOne ? 'has' : 'have'} another type of \`${path}\`.`;
    case 'unreadable':
      return `${events} cannot be read: ${path}`;
  }
};
