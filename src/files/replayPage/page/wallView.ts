import type { ReplayData, ReplayedWall } from '../ReplayData.ts';
import { drawn, element } from './element.ts';
import type { Moments } from './moments.ts';
import { texts } from './texts.ts';

type WallNote = ReplayedWall['notes'][number];

/** A line around a note, seen while it is lit. */
const outlineOf = ({ x, y, width, height, isDiamond }: WallNote): SVGElement => {
  const [middleX, middleY] = [x + width / 2, y + height / 2];
  if (isDiamond) {
    const corners = [
      [middleX, y - 7],
      [x + width + 7, middleY],
      [middleX, y + height + 7],
      [x - 7, middleY],
    ];
    return drawn('polygon', { class: 'outline', points: corners.map((corner) => corner.join(' ')).join(', ') });
  }
  return drawn('rect', { class: 'outline', x: x - 5, y: y - 5, width: width + 10, height: height + 10, rx: 9 });
};

const pillHeight = 20;

/** How many events a note has, at its upper corner. */
const countAt = ({ x, y, width }: WallNote) => {
  const [box, text] = [
    drawn('rect', { height: pillHeight, y: y - 9, rx: pillHeight / 2 }),
    drawn('text', { y: y + 5, 'text-anchor': 'middle' }),
  ];
  const pill = drawn('g', { class: 'count' }, box, text);
  return {
    pill,
    show: (count: number): void => {
      const words = String(count);
      const pillWidth = words.length * 7 + 14;
      const left = x + width + 9 - pillWidth;
      box.setAttribute('x', String(left));
      box.setAttribute('width', String(pillWidth));
      text.setAttribute('x', String(left + pillWidth / 2));
      text.textContent = words;
      pill.style.display = count === 0 ? 'none' : '';
    },
  };
};

/** The groups of the picture by the id of the note or arrow that they draw. */
const groupsIn = (picture: Element): Map<string, Element> =>
  new Map(
    [...picture.querySelectorAll('[data-note], [data-arrow]')].map((group) => [
      group.getAttribute('data-note') ?? group.getAttribute('data-arrow') ?? '',
      group,
    ]),
  );

/** Shown whole, a wall that is drawn smaller than this has names that nobody can read. */
const leastScale = 0.4;

const isSmallIn = (frame: Element, picture: Element): boolean => {
  const [width, height] = ['width', 'height'].map((side) => Number(picture.getAttribute(side)));
  return Math.min(frame.clientWidth / (width || 1), frame.clientHeight / (height || 1)) < leastScale;
};

/** The picture of the wall, on which a moment lights up; one that would be too small whole is followed enlarged. */
export const createWallView = (data: ReplayData, moments: Moments, picture: Element) => {
  const groups = groupsIn(picture);
  const notes = new Map(data.wall.notes.map((note) => [note.id, note]));
  for (const note of data.wall.notes) groups.get(note.id)?.append(outlineOf(note));
  const counts = data.wall.counted.flatMap(({ id, types }) => {
    const note = notes.get(id);
    if (!note) return [];
    const { pill, show } = countAt(note);
    groups.get(id)?.append(pill);
    return [{ id, types, show }];
  });
  const frame = element('div', { class: 'picture', tabindex: 0, role: 'group', 'aria-label': texts.wall }, picture);
  const whole = element('button', { type: 'button', class: 'whole', 'aria-pressed': 'false' }, texts.wholeWall);
  let [lit, wantsWhole]: [readonly string[], boolean] = [[], false];

  /** Enlarged, the wall is larger than what is seen of it. */
  const bringIntoSight = (ids: readonly string[]): void => {
    const seen = ids.flatMap((id) => (notes.has(id) ? (groups.get(id)?.getBoundingClientRect() ?? []) : []));
    if (seen.length === 0) return;
    const around = frame.getBoundingClientRect();
    const middle = (low: number, high: number): number => (low + high) / 2;
    const left = middle(Math.min(...seen.map((box) => box.left)), Math.max(...seen.map((box) => box.right)));
    const top = middle(Math.min(...seen.map((box) => box.top)), Math.max(...seen.map((box) => box.bottom)));
    frame.scrollBy({
      left: left - middle(around.left, around.right),
      top: top - middle(around.top, around.bottom),
      behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth',
    });
  };

  const resize = (): void => {
    const isSmall = isSmallIn(frame, picture);
    whole.hidden = !isSmall;
    frame.classList.toggle('enlarged', isSmall && !wantsWhole);
    bringIntoSight(lit);
  };
  whole.addEventListener('click', () => {
    wantsWhole = !wantsWhole;
    whole.setAttribute('aria-pressed', String(wantsWhole));
    resize();
  });
  new ResizeObserver(resize).observe(frame);

  return {
    frame,
    /** Shows a wall that is followed enlarged as a whole, and back. */
    whole,
    show: (position: number): void => {
      lit = data.paths[moments.eventAt(position)?.path ?? -1] ?? [];
      const areLit = new Set(lit);
      for (const [id, group] of groups) group.classList.toggle('lit', areLit.has(id));
      for (const { id, types, show } of counts) {
        const count = moments.countOf(types, position);
        show(count);
        groups.get(id)?.classList.toggle('ahead', count === 0 && data.events.length > 0);
      }
      bringIntoSight(lit);
    },
  };
};
