import { describe, expect, it } from 'vitest';
import { writeEventModelingDiagram } from '../../../src/files/notations/mermaid/writeEventModelingDiagram.ts';
import { boardOfFile } from '../../../src/files/partsOfFile.ts';
import { emptyFile } from '../support/fixtures.ts';
import { sampleBoards } from './support.ts';

/** Who may stand before whom, as Mermaid's validator has it. */
const sourcesOf: { [type: string]: string[] } = {
  ui: ['rmo'],
  cmd: ['ui', 'pcr'],
  evt: ['cmd'],
  rmo: ['evt'],
  pcr: ['rmo'],
};

const words =
  'eventmodeling tf rf timeframe resetframe ui cmd command evt event rmo readmodel pcr processor entity data note gwt given when then';

/** Where a text is none of the grammar of Mermaid 11.15: its parser is not at hand, its rules are. */
const breachesOf = (text: string): string[] => {
  const [first, ...lines] = text.split('\n');
  const types = new Map<string, string>();
  const blocks = new Set(text.match(/(?<=^data )\w+/gmu) ?? []);
  let isInBlock = false;
  const inLines = lines.flatMap((line) => {
    if (isInBlock) {
      isInBlock = line !== '}';
      return /^\}./u.test(line) ? [line] : [];
    }
    if (line === '') return [];
    isInBlock = /^data [_a-zA-Z]\w* \{$/u.test(line);
    if (isInBlock) return [];
    const frame =
      /^rf (\d{2,3}) (ui|cmd|evt|rmo|pcr) ((?:[_a-zA-Z]\w*\.)?[_a-zA-Z]\w*)((?: ->> \d{2,3})*)(?: \[\[(\w+)\]\])?$/u.exec(
        line,
      );
    const [, number = '', type = '', name = '', sources = '', data] = frame ?? [];
    const isTaken = types.has(number);
    types.set(number, type);
    const wrong = (sources.match(/\d+/gu) ?? []).filter(
      (source) => !sourcesOf[type]?.includes(types.get(source) ?? ''),
    );
    const isWord = name.split('.').some((part) => words.split(' ').includes(part));
    return !frame || isTaken || isWord || wrong.length > 0 || (data && !blocks.has(data)) ? [line] : [];
  });
  return first === 'eventmodeling' && !isInBlock ? inLines : [first ?? '', ...inLines];
};

describe.each(sampleBoards)('the sample %s as an event modeling diagram of Mermaid', (_name, board) => {
  it('keeps to the grammar', () => {
    expect(breachesOf(writeEventModelingDiagram(board).text)).toEqual([]);
  });
});

const named = (...names: string[]) =>
  boardOfFile({
    ...emptyFile,
    definitions: names.map((name, at) => ({
      id: `d${at}`,
      kind: 'event',
      name,
      schemaVersion: 1,
      fields: [{ name: `${name}}\n}`, type: { kind: 'text' } }],
    })),
    notes: names.map((_, at) => ({ id: `n${at}`, definitionId: `d${at}`, x: 0, y: 0 })),
  });

describe('an event modeling diagram', () => {
  it('tells a story: who sends the command, its event in the lane of its decider, who hears of it', () => {
    const [, board] = sampleBoards[0] ?? [];
    expect(board && writeEventModelingDiagram(board).text).toContain(
      [
        'rf 01 ui Customer',
        'rf 02 cmd OpenCart ->> 01 [[OpenCart]]',
        'rf 03 evt ShoppingCart.CartOpened ->> 02 [[CartOpened]]',
      ].join('\n'),
    );
  });

  it('keeps to the grammar whatever notes are called, and says which names are written otherwise', () => {
    const names = ['data', 'title of it', '1st', 'Käse %% bestellt', '→', '→→', 'A"}{`', 'CartOpened'];
    const { text, leftOut } = writeEventModelingDiagram(named(...names));
    expect(breachesOf(text)).toEqual([]);
    expect(leftOut.at(-1)).toBe(`Names are written in ASCII and without blanks: ${names.slice(0, -1).join(', ')}.`);
  });

  it('says what finds no room', () => {
    const { text, leftOut } = writeEventModelingDiagram(named(...Array.from({ length: 1001 }, (_, at) => `Done${at}`)));
    expect(breachesOf(text)).toEqual([]);
    expect(leftOut).toContain('A diagram has at most 999 frames; there was no room for Done999, Done1000.');
  });
});
