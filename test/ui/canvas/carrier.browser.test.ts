import { describe, expect, it } from 'vitest';
import { readNotes } from '#files';
import { textOfCopied } from '#state';
import { hashOfModel } from '../../../src/files/link/modelLink.ts';
import { carriedBy, htmlOf } from '../../../src/ui/canvas/carrier.ts';
import { copyOf } from '../../../src/ui/canvas/copies.ts';
import { aCartBoard } from './aBoard.ts';

const board = aCartBoard();
const copied = copyOf(board, ['OpenCart', 'Cart']);

describe('notes on the clipboard', () => {
  it('come back whole out of the HTML that carries them, whatever another program puts around it', async () => {
    const html = htmlOf(['<b>"A" & B'], textOfCopied(copied, board.modelId));
    const elsewhere = `<html><body><!--StartFragment--><meta charset="utf-8">${html}<p>more</p></body></html>`;
    expect(await readNotes(carriedBy(elsewhere) ?? '')).toEqual({ ...copied, modelId: board.modelId });
    expect(new DOMParser().parseFromString(html, 'text/html').querySelector('li')?.textContent).toBe('<b>"A" & B');
  });

  it('are looked for in vain in other HTML', () => {
    expect([carriedBy(''), carriedBy('<ul><li>CartOpened</li></ul>')]).toEqual([null, null]);
  });

  it('are refused where they are not what they claim to be', async () => {
    const whole = JSON.parse(textOfCopied(copied, board.modelId));
    const texts = [
      'no JSON',
      '{"notes":[]}',
      JSON.stringify({ ...whole, notes: [] }),
      JSON.stringify({ ...whole, notes: [{ ...whole.notes[0], x: 'far' }] }),
      JSON.stringify({ ...whole, definitions: [{ ...whole.definitions[0], kind: 'virus' }] }),
      `${'['.repeat(100_000)}`,
      (await hashOfModel(new Blob([JSON.stringify(whole)]))) ?? '',
    ];
    const long = texts.map((text) => text + ' '.repeat(100_000));
    expect(await Promise.all([...texts, ...long].map(readNotes))).toEqual([...texts, ...long].map(() => null));
  });

  it('are refused in a sentence where they are more than can be pasted', async () => {
    const whole = JSON.parse(textOfCopied(copied, board.modelId));
    const notes = Array.from({ length: 5_001 }, (_, id) => ({ ...whole.notes[0], id: `${id}` }));
    const texts = [JSON.stringify({ ...whole, notes }), ' '.repeat(8_000_001)];
    const said = await Promise.all(texts.map((text) => readNotes(text).catch(({ message }: Error) => message)));
    expect(said).toEqual(texts.map(() => expect.stringContaining('Up to 5,000 notes can be pasted at once')));
  });

  it('change nothing about how objects behave', async () => {
    const hostile = textOfCopied(copied, board.modelId).replace('{', '{"__proto__":{"polluted":true},');
    const read = await readNotes(hostile);
    expect(read?.notes).toHaveLength(2);
    expect('polluted' in (read ?? {}) || 'polluted' in {}).toBe(false);
  });
});
