import type { Point } from './boardEvents.ts';
import type { Definition, Note, NoteKind } from './definitions.ts';
import { categoryFrom } from './naming.ts';

/**
 * A definition as it begins. Its code is empty: until somebody types, `codeOf` answers a skeleton that follows the
 * arrows; the same goes for the id field of a decider (`idFieldOf`).
 */
export const newDefinition = (kind: NoteKind, id: string, name: string): Definition => {
  switch (kind) {
    case 'event':
      return { id, kind, name, fields: [], schemaVersion: 1 };
    case 'command':
      return { id, kind, name, fields: [] };
    case 'decider':
      return { id, kind, name, category: categoryFrom(name), idField: '', code: [] };
    case 'policy':
      return { id, kind, name, code: [], isOn: true };
    case 'read-model':
      return { id, kind, name, code: [], lifecycle: 'inline' };
    case 'actor':
    case 'system':
    case 'screen':
    case 'hotspot':
    case 'frame':
      return { id, kind, name };
  }
};

/** A note of the usual size of its kind; `x` and `y` are its upper left corner on the wall. */
export const newNote = (id: string, definitionId: string, { x, y }: Point): Note => ({ id, definitionId, x, y });
