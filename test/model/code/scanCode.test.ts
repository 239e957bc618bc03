import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { isBeyondReading, isWellFormed, scanCode, scanMeaning } from '../../../src/model/code/scanCode.ts';

const source = new URL('../../../src/', import.meta.url);

const texts = (code: string): string[] => scanCode(code).map(({ text }) => text);
const kinds = (code: string): string[] => scanCode(code).map(({ kind, text }) => `${kind} ${text}`);

describe('scanning code', () => {
  it('tells names, numbers, texts and signs apart', () => {
    expect(kinds(`const total = items['shoes'] + 1_000.5e-3n;`)).toEqual([
      'name const',
      'name total',
      'sign =',
      'name items',
      'sign [',
      "string 'shoes'",
      'sign ]',
      'sign +',
      'number 1_000.5e-3n',
      'sign ;',
    ]);
  });

  it('keeps what is quoted in one piece', () => {
    expect(texts(String.raw`'it\'s' "} // no" 'größe'`)).toEqual([String.raw`'it\'s'`, '"} // no"', "'größe'"]);
  });

  it('goes into the expressions of a template and into templates within', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: this is the code to be read
    const code = '`a ${ { b: `c ${d} }` } } e` + f';
    expect(kinds(code)).toEqual([
      'template `a ${',
      'sign {',
      'name b',
      'sign :',
      'template `c ${',
      'name d',
      'template } }`',
      'sign }',
      'template } e`',
      'sign +',
      'name f',
    ]);
    expect(isWellFormed(scanCode(code))).toBe(true);
  });

  it('tells a regular expression from a division', () => {
    expect(kinds('a / b / c').filter((piece) => piece.startsWith('regex'))).toEqual([]);
    expect(kinds('return /[/}]"/u.test(a) || b.match(/\'/)').filter((piece) => piece.startsWith('regex'))).toEqual([
      'regex /[/}]"/u',
      "regex /'/",
    ]);
    expect(kinds('if (a) /b}/.test(c)')).toContain('regex /b}/');
    expect(kinds('(a) / b / c')).not.toContain('regex / b /');
    expect(kinds('items[0] / 2 / 3').at(-1)).toBe('number 3');
  });

  it('counts how many brackets are open', () => {
    const depths = scanCode('f({ a: [1] })').map(({ text, depth }) => `${text} ${depth}`);
    expect(depths).toEqual(['f 0', '( 0', '{ 1', 'a 2', ': 2', '[ 2', '1 3', '] 2', '} 1', ') 0']);
  });

  it('closes nested lists of types one by one', () => {
    expect(texts('Map<string, Array<Set<Item>>>=x')).toEqual('Map < string , Array < Set < Item > > > = x'.split(' '));
  });

  it('leaves comments out where only the meaning counts', () => {
    const code = "// it's { open\nconst a = 1; /* case 'B': */ /** more } */";
    expect(scanMeaning(code).map(({ text }) => text)).toEqual(['const', 'a', '=', '1', ';']);
    expect(isWellFormed(scanCode(code))).toBe(true);
  });

  it.each(["'half", '"half\n"', '`half ${a', '/* half', 'f(', 'f)', '({)}', '`${a'])(
    'says that nothing is sure about %j',
    (code) => {
      expect(isWellFormed(scanCode(code))).toBe(false);
    },
  );

  it.each([
    ['long', 'a = b;'.repeat(5_000)],
    ['deeply nested', `${'{'.repeat(500)}${'}'.repeat(500)}`],
  ])('does not read what is too %s to be written by hand', (_, code) => {
    const tokens = scanCode(code);
    expect([isBeyondReading(tokens), isWellFormed(tokens)]).toEqual([true, false]);
    expect(isBeyondReading(scanCode('a = b;'.repeat(100)))).toBe(false);
    expect(isBeyondReading(scanCode('`'))).toBe(false);
  });

  it('finds every bracket of this program closed, and loses no character of it', () => {
    const files = readdirSync(source, { recursive: true, encoding: 'utf8' }).filter((path) => path.endsWith('.ts'));
    expect(files.length).toBeGreaterThan(200);
    for (const file of files) {
      const text = readFileSync(new URL(file, source), 'utf8');
      const tokens = scanCode(text);
      expect(isWellFormed(tokens), file).toBe(true);
      expect(tokens.map((token) => token.text).join(''), file).toBe(
        tokens.map(({ start, end }) => text.slice(start, end)).join(''),
      );
      const between = tokens.map(({ start }, index) => text.slice(tokens[index - 1]?.end ?? 0, start)).join('');
      expect(between.trim(), file).toBe('');
    }
  });
});
