import { categoryOf, hueByType, shortName, streamIdOf } from '#model';
import type { ReplayData, ReplayedCommand } from '../ReplayData.ts';
import { element, named, part } from './element.ts';
import { type Chip, chipsBetween, chipWidth, type Lane, lanesOf } from './lanes.ts';
import type { Moments } from './moments.ts';
import { texts } from './texts.ts';

const signs: { readonly [outcome in ReplayedCommand['outcome']]: string } = {
  appended: '',
  rejected: '×',
  failed: '!',
  conflict: '≠',
  unknown: '?',
};

/** As they are drawn: names stay where they are, and every lane is as high. */
const [nameWidth, laneHeight] = [132, 34];

type StreamsOptions = { seek: (position: number) => void; watch: (stream: string) => void };

const laneShown = ({ stream }: Lane, watch: StreamsOptions['watch']) => {
  const name = element(
    'button',
    {
      type: 'button',
      title: stream ? texts.watch(stream) : texts.noStream,
      'aria-pressed': 'false',
      disabled: stream === '' || undefined,
    },
    named(categoryOf(stream) || texts.noStream, { class: 'category' }),
    named(streamIdOf(stream)),
  );
  name.addEventListener('click', () => watch(stream));
  const track = element('div', { class: 'track' });
  return { name, track, view: element('div', { class: 'lane' }, name, track) };
};

const chipShown = (kind: string, label: string, words: string): HTMLButtonElement =>
  element('button', { type: 'button', class: `chip ${kind}`, tabindex: -1, 'aria-label': label, title: label }, words);

const chipsOf = ({ countsBefore, events }: ReplayData, seek: StreamsOptions['seek']) => {
  const hues = hueByType([...Object.keys(countsBefore).map((type) => ({ type })), ...events]);
  const drawn = (chip: Chip): HTMLButtonElement => {
    if ('refused' in chip) {
      const { type, outcome } = chip.refused;
      return chipShown('refusal', texts.refusedChip(type, outcome), signs[outcome]);
    }
    const { type, stream } = chip.event;
    const shown = chipShown('event', texts.chip(chip.position, type, stream), shortName(type));
    shown.style.setProperty('--hue', String(hues.get(type) ?? 0));
    return shown;
  };
  return (chip: Chip): HTMLButtonElement => {
    const shown = drawn(chip);
    shown.style.left = `${chip.left}px`;
    shown.addEventListener('click', () => seek(chip.position));
    return shown;
  };
};

const markChip = (shown: HTMLButtonElement, chip: Chip, position: number): void => {
  if ('refused' in chip) return;
  shown.classList.toggle('ahead', chip.position > position);
  if (chip.position === position) shown.setAttribute('aria-current', 'step');
  else shown.removeAttribute('aria-current');
};

/** One row a stream. Of a long history only as much is drawn as is seen, and about as much around it. */
export const createStreamsView = (data: ReplayData, moments: Moments, { seek, watch }: StreamsOptions) => {
  const { lanes, width, placeOf } = lanesOf(data, moments);
  const newChip = chipsOf(data, seek);
  const rows = lanes.map((lane) => ({ lane, ...laneShown(lane, watch) }));
  const list = element('div', { class: 'lanes' }, ...rows.map(({ view }) => view));
  list.style.setProperty('--width', `${width}px`);
  let [position, watchedStream]: [number, string | null] = [moments.first, null];
  let drawn = new Map<Chip, HTMLButtonElement>();

  const draw = (): void => {
    const { scrollTop, scrollLeft, clientHeight, clientWidth } = list;
    const seen = rows.slice(
      Math.max(0, Math.floor((scrollTop - clientHeight) / laneHeight)),
      Math.ceil((scrollTop + 2 * clientHeight) / laneHeight),
    );
    const before = drawn;
    drawn = new Map();
    // What stays in sight stays the same element: it may be pressed, or have the focus.
    for (const { lane, track } of seen)
      for (const chip of chipsBetween(lane, scrollLeft - clientWidth, scrollLeft + 2 * clientWidth)) {
        const shown = before.get(chip) ?? newChip(chip);
        if (!before.has(chip)) track.append(shown);
        markChip(shown, chip, position);
        drawn.set(chip, shown);
      }
    for (const [chip, shown] of before) if (!drawn.has(chip)) shown.remove();
  };
  list.addEventListener('scroll', draw);
  new ResizeObserver(draw).observe(list);

  return {
    view: part('streams', texts.streams, list),
    show: (at: number, watched: string | null): void => {
      const hasMoved = at !== position;
      position = at;
      if (watched !== watchedStream)
        for (const { lane, name } of rows) name.setAttribute('aria-pressed', String(lane.stream === watched));
      watchedStream = watched;
      if (hasMoved) bringIntoSight(list, placeOf(position) ?? { lane: 0, left: 0 });
      draw();
    },
  };
};

const bringIntoSight = (list: HTMLElement, { lane, left }: { lane: number; left: number }): void => {
  const [end, seen] = [left + chipWidth, list.clientWidth - nameWidth];
  if (left < list.scrollLeft || end > list.scrollLeft + seen) list.scrollLeft = end - seen / 2;
  const [top, bottom] = [lane * laneHeight, (lane + 1) * laneHeight];
  if (top < list.scrollTop) list.scrollTop = top;
  if (bottom > list.scrollTop + list.clientHeight) list.scrollTop = bottom - list.clientHeight;
};
