import { hueByType, shortName } from '#model';
import type { ReplayData, ReplayedCommand } from '../ReplayData.ts';
import { element, named, part } from './element.ts';
import type { Moments } from './moments.ts';
import { texts } from './texts.ts';

const signs: { readonly [outcome in ReplayedCommand['outcome']]: string } = {
  appended: '',
  rejected: '×',
  failed: '!',
  conflict: '≠',
  unknown: '?',
};

const [chipWidth, refusalWidth] = [40, 24];

type Chip = { stream: string; left: number; button: HTMLButtonElement };

/** Chips of events and of what was refused between them, on one axis. */
const chipsOf = (data: ReplayData, moments: Moments, seek: (position: number) => void) => {
  const hues = hueByType([...Object.keys(data.countsBefore).map((type) => ({ type })), ...data.events]);
  const [events, refusals]: [Map<number, Chip>, Chip[]] = [new Map(), []];
  let left = 0;
  const addRefused = (position: number): void => {
    for (const command of moments.refusedAfter(position)) {
      const button = chip('refusal', texts.refusedChip(command.type, command.outcome), signs[command.outcome]);
      button.addEventListener('click', () => seek(position));
      refusals.push({ stream: command.stream, left, button });
      left += refusalWidth;
    }
  };
  addRefused(data.from - 1);
  for (const [index, { type, stream }] of data.events.entries()) {
    const position = data.from + index;
    const button = chip('event', texts.chip(position, type, stream), shortName(type));
    button.style.setProperty('--hue', String(hues.get(type) ?? 0));
    button.addEventListener('click', () => seek(position));
    events.set(position, { stream, left, button });
    left += chipWidth;
    addRefused(position);
  }
  return { events, refusals, width: left };
};

const chip = (kind: string, label: string, words: string): HTMLButtonElement =>
  element('button', { type: 'button', class: `chip ${kind}`, tabindex: -1, 'aria-label': label, title: label }, words);

export type StreamsOptions = { seek: (position: number) => void; watch: (stream: string) => void };

/** One row a stream, in the order in which they first appear. */
export const createStreamsView = (data: ReplayData, moments: Moments, { seek, watch }: StreamsOptions) => {
  const { events, refusals, width } = chipsOf(data, moments, seek);
  const lanes = new Map<string, { name: HTMLButtonElement; track: HTMLElement }>();
  for (const { stream, left, button } of [...events.values(), ...refusals].sort((a, b) => a.left - b.left)) {
    const lane = lanes.get(stream) ?? {
      name: element('button', { type: 'button', title: texts.watch(stream), 'aria-pressed': 'false' }, named(stream)),
      track: element('div', { class: 'track' }),
    };
    if (!lanes.has(stream)) lane.name.addEventListener('click', () => watch(stream));
    lanes.set(stream, lane);
    button.style.left = `${left}px`;
    lane.track.append(button);
  }
  const rows = [...lanes.values()].map(({ name, track }) => element('div', { class: 'lane' }, name, track));
  const list = element('div', { class: 'lanes' }, ...rows);
  list.style.setProperty('--width', `${width}px`);
  const view = part('streams', texts.streams, list);
  let current: Chip | undefined;

  return {
    view,
    show: (position: number, watched: string | null): void => {
      for (const [at, { button }] of events) button.classList.toggle('ahead', at > position);
      current?.button.removeAttribute('aria-current');
      current = events.get(position);
      current?.button.setAttribute('aria-current', 'step');
      for (const [stream, { name }] of lanes) name.setAttribute('aria-pressed', String(stream === watched));
      const end = current ? current.left + chipWidth : 0;
      const seen = list.clientWidth - nameWidth;
      if (end - chipWidth < list.scrollLeft || end > list.scrollLeft + seen) list.scrollLeft = end - seen / 2;
      const lane = lanes.get(current?.stream ?? '')?.track;
      if (lane) keepInSight(list, lane);
    },
  };
};

/** As wide as the names are drawn, which stay where they are. */
const nameWidth = 132;

const keepInSight = (list: HTMLElement, lane: HTMLElement): void => {
  const [around, own] = [list.getBoundingClientRect(), lane.getBoundingClientRect()];
  if (own.top < around.top) list.scrollTop -= around.top - own.top;
  if (own.bottom > around.bottom) list.scrollTop += own.bottom - around.bottom;
};
