import { beforeEach, describe, expect, it } from 'vitest';
import { appStore } from '../../src/state/appStore.ts';
import { nothingPrinted } from '../../src/state/nothingPrinted.ts';
import { forgetPrintedOf, notePrinted } from '../../src/state/printed.ts';

const line = (text: string, moduleId: string, position?: number) => ({
  level: 'log',
  text,
  phase: position === undefined ? 'decide' : 'evolve',
  place: { moduleId, file: 'Cart.ts', line: 3 },
  ...(position !== undefined && { position }),
});
const texts = (lines: { text: string }[] = []) => lines.map(({ text }) => text);

beforeEach(() => appStore.setState({ printed: nothingPrinted }));

describe('what code printed', () => {
  it('is kept for the event it was printed at, else for its command', () => {
    notePrinted([line('deciding', 'cart'), line('first', 'cart', 1), line('second', 'cart', 2)], 'command-1');

    const { byCommand, byPosition } = appStore.getState().printed;
    expect(texts(byCommand['command-1'])).toEqual(['deciding']);
    expect([texts(byPosition[1]), texts(byPosition[2])]).toEqual([['first'], ['second']]);
  });

  it('is replaced where the same code runs again for a step, beside what others printed there', () => {
    notePrinted([line('before', 'cart', 1), line('a row', 'details', 1)]);
    notePrinted([line('after', 'cart', 1)]);

    expect(texts(appStore.getState().printed.byPosition[1])).toEqual(['a row', 'after']);
  });

  it('is forgotten of code that changed', () => {
    notePrinted([line('deciding', 'cart'), line('old', 'cart', 1), line('a row', 'details', 1)], 'command-1');
    forgetPrintedOf(['cart']);

    expect(texts(appStore.getState().printed.byPosition[1])).toEqual(['a row']);
    expect(texts(appStore.getState().printed.byCommand['command-1'])).toEqual([]);
  });
});
