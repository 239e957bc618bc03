import type { Board, Definition, RunPath } from '#model';
import { appStore } from '#state';
import { createKeyed, type Outstanding } from './keyed.ts';
import { isYetToHappen } from './recordedFacts.ts';
import { rememberLast } from './rememberLast.ts';
import { litPath, type Pulse } from './runPath.ts';
import { wallStore } from './wallStore.ts';

/** Something that runs by; another nonce makes it run by anew. */
type Passing = { turn: number; nonce: number };

/** What a note shows besides what lies on the board. */
export type NoteLight = {
  /** Seen from so far away that it is drawn plainly. */
  isFar: boolean;
  isRenaming?: true;
  /** Nothing of this event has happened at the cursor. */
  isYetToHappen?: true;
  /** Its turn on the way that is lit: the one that somebody looks into, else that of the event at the cursor. */
  turn?: number;
  wave?: Passing;
};

/** What an arrow shows besides what lies on the board. */
export type ArrowLight = { isFar: boolean; isLit?: true; runner?: Passing };

type Events = Parameters<typeof isYetToHappen>[0];

const yetToHappen = rememberLast(
  (definitions: Board['definitions'], events: Events['events'], cursor: Events['cursor']): ReadonlySet<string> => {
    const isAhead = (definition: Definition): boolean =>
      definition.kind === 'event' && isYetToHappen({ events, cursor }, definition);
    return new Set(Object.values(definitions).flatMap((definition) => (isAhead(definition) ? [definition.id] : [])));
  },
);

/** The lights of those that stand out, each made of what came together for it. */
const gathering = <Light extends { isFar: boolean }>(others: Light) => {
  const byId = new Map<string, Light>();
  const add = (id: string, part: Partial<Light>): void => {
    byId.set(id, { ...(byId.get(id) ?? others), ...part });
  };
  return { add, found: { others, byId } satisfies Outstanding<Light> };
};

const passingOf = ({ nonce }: Pulse, turn: number): Passing => ({ turn, nonce });

const lightsOfNotes = rememberLast(
  (
    notes: Board['notes'],
    ahead: ReadonlySet<string>,
    path: RunPath,
    pulse: Pulse | null,
    renaming: string | null,
    isFar: boolean,
  ) => {
    const { add, found } = gathering<NoteLight>({ isFar });
    if (ahead.size > 0)
      for (const { id, definitionId } of Object.values(notes))
        if (ahead.has(definitionId)) add(id, { isYetToHappen: true });
    for (const [id, turn] of path.notes) add(id, { turn });
    if (pulse) for (const [id, turn] of pulse.path.notes) add(id, { wave: passingOf(pulse, turn) });
    if (renaming !== null) add(renaming, { isRenaming: true });
    return found;
  },
);

const lightsOfArrows = rememberLast((path: RunPath, pulse: Pulse | null, isFar: boolean) => {
  const { add, found } = gathering<ArrowLight>({ isFar });
  for (const id of path.connections.keys()) add(id, { isLit: true });
  if (pulse) for (const [id, turn] of pulse.path.connections) add(id, { runner: passingOf(pulse, turn) });
  return found;
});

const pathNow = (): RunPath => wallStore.getState().lit ?? litPath(appStore.getState());

export const noteLights = createKeyed<NoteLight>(() => {
  const { board, events, cursor, renaming } = appStore.getState();
  const { pulse, isFar } = wallStore.getState();
  return lightsOfNotes(board.notes, yetToHappen(board.definitions, events, cursor), pathNow(), pulse, renaming, isFar);
});

export const arrowLights = createKeyed<ArrowLight>(() => {
  const { pulse, isFar } = wallStore.getState();
  return lightsOfArrows(pathNow(), pulse, isFar);
});

const refresh = (): void => {
  noteLights.refresh();
  arrowLights.refresh();
};

appStore.subscribe(refresh);
wallStore.subscribe(refresh);
