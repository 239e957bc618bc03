import { arrowsOf } from '../arrows.ts';
import type { Board, Definition } from '../definitions.ts';
import { kindInfo } from '../grammar.ts';
import { isPublic, privateTo } from './hearing.ts';
import { isTranslationCode } from './isTranslation.ts';

/** What a note is among the bounded contexts of its wall. */
export type Standing = 'public' | 'private' | 'translation' | 'context';

const known = new WeakMap<Board, Map<Definition, Standing | undefined>>();

/** Asked for each note and arrow as the wall is drawn. */
export const standingOf = (board: Board, definition: Definition): Standing | undefined => {
  const standings = known.get(board) ?? new Map<Definition, Standing | undefined>();
  known.set(board, standings);
  if (!standings.has(definition)) standings.set(definition, standingOn(board, definition));
  return standings.get(definition);
};

const standingOn = (board: Board, definition: Definition): Standing | undefined => {
  switch (definition.kind) {
    case 'event':
      if (isPublic(arrowsOf(board), definition.id)) return 'public';
      return privateTo(board, definition.id).size > 0 ? 'private' : undefined;
    case 'policy':
      return isTranslationCode(definition.code) ? 'translation' : undefined;
    case 'frame':
      return definition.isContext ? 'context' : undefined;
    default:
      return undefined;
  }
};

export const standingWords: { readonly [S in Standing]: string } = {
  public: 'Public event',
  private: 'Private event',
  translation: 'Translation',
  context: 'Bounded context',
};

/** The kind of a definition in words, as it stands on its notes. */
export const kindWordOf = (board: Board, definition: Definition): string => {
  const standing = standingOf(board, definition);
  return standing ? standingWords[standing] : kindInfo[definition.kind].word;
};
