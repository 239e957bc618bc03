import { describe, expect, it } from 'vitest';
import { type Board, emptyBoard, type NoteKind, newDefinition, newNote } from '#model';
import { pictureOf } from '../../../src/files/picture/pictureOf.ts';

const aWall = (
  notes: [name: string, kind: NoteKind, x: number, y?: number][],
  arrows: [string, string][] = [],
): Board => ({
  ...emptyBoard('model', 'A wall'),
  definitions: Object.fromEntries(
    notes.map(([name, kind]) => [`def:${name}`, newDefinition(kind, `def:${name}`, name)]),
  ),
  notes: Object.fromEntries(notes.map(([name, , x, y = 0]) => [name, newNote(name, `def:${name}`, { x, y })])),
  connections: Object.fromEntries(arrows.map(([from, to]) => [`${from}>${to}`, { id: `${from}>${to}`, from, to }])),
});

const aCart = () =>
  aWall(
    [
      ['OpenCart', 'command', 0],
      ['Cart', 'decider', 200],
      ['CartOpened', 'event', 460],
    ],
    [
      ['OpenCart', 'Cart'],
      ['Cart', 'CartOpened'],
    ],
  );

const idsIn = (svg: string, attribute: 'data-note' | 'data-arrow') =>
  [...svg.matchAll(new RegExp(`${attribute}="([^"]*)"`, 'g'))].map(([, id]) => id);

const textsIn = (svg: string) => [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);

describe('a picture of a wall', () => {
  it('is as large as what lies on the wall, with a margin around it', () => {
    const { svg, width, height } = pictureOf(aCart(), { margin: 10 });
    expect({ width, height }).toEqual({ width: 460 + 128 + 21, height: 128 + 21 });
    expect(svg).toContain(`viewBox="-10 -10 ${width} ${height}"`);
  });

  it('says the kind in words, and breaks names where the wall does', () => {
    const wall = aWall([
      ['AddProductItemToCart', 'command', 0],
      ['ProductItemAddedToCart', 'event', 200],
    ]);
    expect(textsIn(pictureOf(wall).svg)).toEqual([
      'Command',
      'AddProduct',
      'ItemToCart',
      'Domain event',
      'ProductItem',
      'AddedToCart',
    ]);
  });

  it('draws frames first, then arrows, then the other notes', () => {
    const board = aWall(
      [
        ['Paid', 'event', 0],
        ['Sales', 'frame', -50],
        ['Books', 'read-model', 300],
      ],
      [['Paid', 'Books']],
    );
    const { svg } = pictureOf(board);
    expect([...svg.matchAll(/data-(?:note|arrow)="([^"]*)"/g)].map(([, id]) => id)).toEqual([
      'Sales',
      'Paid&gt;Books',
      'Paid',
      'Books',
    ]);
  });

  it('draws chosen notes alone, with the arrows among them', () => {
    const { svg, width } = pictureOf(aCart(), { noteIds: ['Cart', 'CartOpened'], margin: 0 });
    expect(idsIn(svg, 'data-note')).toEqual(['Cart', 'CartOpened']);
    expect(idsIn(svg, 'data-arrow')).toEqual(['Cart&gt;CartOpened']);
    expect(width).toBe(460 + 128 - 200 + 1);
  });

  it('is a picture even where nothing is on the wall', () => {
    expect(pictureOf(emptyBoard('model', 'Nothing')).svg).toContain('<title>Nothing</title>');
  });

  it('leaves no name a way out of its text', () => {
    const name = `</text><script>alert(1)</script>"'&\u0000\ud800`;
    const { svg } = pictureOf({ ...aWall([[name, 'event', 0]]), name });
    expect(svg).not.toContain('<script');
    expect(svg).not.toContain('\u0000');
    expect(svg.isWellFormed()).toBe(true);
    expect(svg).toContain('<title>&lt;/text&gt;&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;\ufffd</title>');
  });

  it('cuts off a name that does not fit, and keeps it whole for those who point at it', () => {
    const name = 'W'.repeat(200);
    const { svg } = pictureOf(aWall([[name, 'event', 0]]));
    const lines = textsIn(svg).slice(1);
    expect(lines).toHaveLength(3);
    expect(lines[2]).toMatch(/^W+…$/);
    expect(svg).toContain(`<title>Domain event: ${name}</title>`);
  });

  it('fetches nothing and runs nothing', () => {
    const { svg } = pictureOf(aCart());
    expect(svg).not.toMatch(/<(?:script|foreignObject|image|style|use|a)\b/);
    expect(svg.replace('xmlns="http://www.w3.org/2000/svg"', '')).not.toMatch(/https?:|href=/);
  });
});
