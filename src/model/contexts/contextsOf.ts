import type { Board, DefinitionOf } from '../definitions.ts';
import { holds } from '../layout/framing.ts';
import { placesOf } from '../layout/places.ts';
import { recordOf } from '../records.ts';

type Context = DefinitionOf<'frame'>;

const known = new WeakMap<Board, ReadonlyMap<string, Context>>();

/** The bounded context that each note lies in, by the note's id: the innermost one. Notes outside are left out. */
export const contextsOf = (board: Board): ReadonlyMap<string, Context> => {
  const contexts = known.get(board) ?? findContexts(board);
  known.set(board, contexts);
  return contexts;
};

const findContexts = (board: Board): ReadonlyMap<string, Context> => {
  const found = new Map<string, Context>();
  if (!Object.values(board.definitions).some(isContext)) return found;
  const places = placesOf(board);
  const frames = places
    .flatMap((place) => {
      const context = recordOf(board.definitions, recordOf(board.notes, place.noteId)?.definitionId ?? '');
      return context && isContext(context) ? [{ place, context }] : [];
    })
    .sort((one, other) => one.place.width * one.place.height - other.place.width * other.place.height);
  for (const place of places) {
    const around = place.kind === 'frame' ? undefined : frames.find((frame) => holds(frame.place, place));
    if (around) found.set(place.noteId, around.context);
  }
  return found;
};

const isContext = (definition: Board['definitions'][string]): definition is Context =>
  definition.kind === 'frame' && definition.isContext === true;
