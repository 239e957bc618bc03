import { describe, expect, it } from 'vitest';
import { type BoardIntent, notesFromLines } from '#model';
import { lineIntents } from '../../../src/ui/canvas/notesOfLines.ts';
import { aCartBoard } from './aBoard.ts';

const pasted = (text: string): BoardIntent[] => {
  let count = 0;
  return lineIntents(notesFromLines(text), aCartBoard(), { x: 100, y: 40 }, () => `new-${++count}`).intents;
};

describe('notes of lines', () => {
  it('stand below each other from the point on', () => {
    const places = pasted('OpenTab\nTabOpened').flatMap((intent) =>
      intent.type === 'AddNote' ? [{ kind: intent.definition.kind, x: intent.note.x, y: intent.note.y }] : [],
    );
    expect(places).toEqual([
      { kind: 'command', x: 104, y: 40 },
      { kind: 'event', x: 104, y: 184 },
    ]);
  });

  it('begin another column where one would leave the screen', () => {
    const lines = Array.from({ length: 13 }, (_, index) => `Thing${index}Happened`).join('\n');
    const last = pasted(lines).at(-1);
    expect(last?.type === 'AddNote' && { x: last.note.x, y: last.note.y }).toEqual({ x: 280, y: 40 });
  });

  it('are more places of what the model knows by that kind and name already', () => {
    expect(pasted('event: CartOpened\nCommand: CartOpened\nevent: CartOpened')).toMatchObject([
      { type: 'PlaceNote', note: { definitionId: 'def:CartOpened' } },
      { type: 'AddNote', definition: { kind: 'command', name: 'CartOpened' } },
      { type: 'PlaceNote', note: { definitionId: 'def:CartOpened' } },
    ]);
  });
});
