import { drawn, element } from './element.ts';
import type { Moments } from './moments.ts';
import type { Playing } from './playing.ts';
import { texts } from './texts.ts';

const icons = {
  first: 'M5 5v14M19 5 9 12l10 7z',
  back: 'm15 5-8 7 8 7',
  play: 'M7 4l13 8-13 8z',
  pause: 'M8 5v14M16 5v14',
  forward: 'm9 5 8 7-8 7',
  last: 'M19 5v14M5 5l10 7-10 7z',
} as const;

const iconOf = (name: keyof typeof icons): SVGElement =>
  drawn('svg', { viewBox: '0 0 24 24', class: 'icon', 'aria-hidden': 'true' }, drawn('path', { d: icons[name] }));

const button = (icon: keyof typeof icons, label: string, keys: string, press: () => void): HTMLButtonElement => {
  const made = element(
    'button',
    { type: 'button', 'aria-label': label, title: `${label} (${keys})`, 'aria-keyshortcuts': keys },
    iconOf(icon),
  );
  made.addEventListener('click', press);
  return made;
};

const speeds = [0.5, 1, 2, 4, 16];

const speedChoice = (playing: Playing): HTMLSelectElement => {
  const select = element(
    'select',
    { 'aria-label': texts.speed },
    ...speeds.map((speed) => element('option', { value: speed, selected: speed === 1 || undefined }, `${speed}×`)),
  );
  select.addEventListener('change', () => playing.setSpeed(Number(select.value)));
  return select;
};

type TransportOptions = { total: number; seek: (position: number) => void; position: () => number };

/** The buttons, the scrubber and the place in history, which is also said aloud. */
export const createTransport = (moments: Moments, playing: Playing, { total, seek, position }: TransportOptions) => {
  const { first, last } = moments;
  const play = button('play', texts.play, 'Space', playing.toggle);
  const scrubber = element('input', { type: 'range', 'aria-label': texts.scrubber, min: first, max: last, step: 1 });
  scrubber.addEventListener('input', () => seek(Number(scrubber.value)));
  const place = element('span', { class: 'place' });
  const said = element('p', { class: 'said', role: 'status' });
  const view = element(
    'section',
    { class: 'transport', 'aria-label': texts.steps },
    element(
      'div',
      { class: 'buttons' },
      button('first', texts.toStart, 'Home', () => seek(first)),
      button('back', texts.back, 'ArrowLeft', () => seek(position() - 1)),
      play,
      button('forward', texts.forward, 'ArrowRight', () => seek(position() + 1)),
      button('last', texts.toEnd, 'End', () => seek(last)),
    ),
    scrubber,
    place,
    speedChoice(playing),
    said,
  );
  return {
    view,
    show: (at: number): void => {
      const event = moments.eventAt(at);
      const words = texts.placeInWords(at, total, event?.type, event?.stream);
      scrubber.value = String(at);
      scrubber.setAttribute('aria-valuetext', words);
      place.textContent = texts.place(at, total);
      said.textContent = words;
    },
    showPlaying: (isPlaying: boolean): void => {
      const label = isPlaying ? texts.pause : texts.play;
      play.setAttribute('aria-label', label);
      play.title = `${label} (Space)`;
      play.replaceChildren(iconOf(isPlaying ? 'pause' : 'play'));
    },
  };
};
