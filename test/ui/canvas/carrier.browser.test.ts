import { describe, expect, it } from 'vitest';
import { copiedFromText, textOfCopied } from '#state';
import { carriedBy, htmlOf } from '../../../src/ui/canvas/carrier.ts';
import { copyOf } from '../../../src/ui/canvas/copies.ts';
import { aCartBoard } from './aBoard.ts';

const board = aCartBoard();
const copied = copyOf(board, ['OpenCart', 'Cart']);

describe('notes on the clipboard', () => {
  it('come back whole out of the HTML that carries them, whatever another program puts around it', async () => {
    const html = htmlOf(['<b>"A" & B'], textOfCopied(copied, board.modelId));
    const elsewhere = `<html><body><!--StartFragment--><meta charset="utf-8">${html}<p>more</p></body></html>`;
    expect(await copiedFromText(carriedBy(elsewhere) ?? '')).toEqual({ ...copied, modelId: board.modelId });
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
      JSON.stringify({
        ...whole,
        notes: Array(6_000)
          .fill(0)
          .map((_, id) => ({ ...whole.notes[0], id: `${id}` })),
      }),
      `${'['.repeat(100_000)}`,
      ' '.repeat(9_000_000),
    ];
    expect(await Promise.all(texts.map(copiedFromText))).toEqual(texts.map(() => null));
  });

  it('change nothing about how objects behave', async () => {
    const hostile = textOfCopied(copied, board.modelId).replace('{', '{"__proto__":{"polluted":true},');
    const read = await copiedFromText(hostile);
    expect(read?.notes).toHaveLength(2);
    expect('polluted' in (read ?? {}) || 'polluted' in {}).toBe(false);
  });
});
