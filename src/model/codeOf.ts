import { type Arrows, arrowsOf } from './arrows.ts';
import type { Board, CodeFile, Definition } from './definitions.ts';
import { recordOf } from './records.ts';
import { deciderSkeleton } from './skeletons/deciderSkeleton.ts';
import { policySkeleton } from './skeletons/policySkeleton.ts';
import { readModelSkeleton } from './skeletons/readModelSkeleton.ts';
import { typeName } from './typeText.ts';

/**
 * The code behind a definition: what somebody typed, else a working skeleton that follows the arrows and fields on the
 * wall. Empty for kinds without code.
 */
export const codeOf = (board: Board, definitionId: string): CodeFile[] => {
  const definition = recordOf(board.definitions, definitionId);
  return definition ? codeWith(arrowsOf(board), definition) : [];
};

/** A working skeleton made from the arrows and fields around a definition; empty for kinds without code. */
export const skeletonOf = (board: Board, definitionId: string): CodeFile[] => {
  const definition = recordOf(board.definitions, definitionId);
  return definition ? skeletonWith(arrowsOf(board), definition) : [];
};

export const codeWith = (arrows: Arrows, definition: Definition): CodeFile[] =>
  'code' in definition && definition.code.length > 0 ? definition.code : skeletonWith(arrows, definition);

const skeletonWith = (arrows: Arrows, definition: Definition): CodeFile[] => {
  switch (definition.kind) {
    case 'decider':
      return [{ path: pathOf(definition), text: deciderSkeleton(arrows, definition) }];
    case 'read-model':
      return [{ path: pathOf(definition), text: readModelSkeleton(arrows, definition) }];
    case 'policy':
      return [{ path: pathOf(definition), text: policySkeleton(arrows, definition) }];
    default:
      return [];
  }
};

export const pathOf = ({ name }: Definition): string => `${typeName(name)}.ts`;
