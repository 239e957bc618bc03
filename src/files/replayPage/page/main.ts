import type { ReplayData } from '../ReplayData.ts';
import { element, named } from './element.ts';
import { followKeys } from './keys.ts';
import { openMoments } from './moments.ts';
import { createPlaying } from './playing.ts';
import { createReadModelsView } from './readModelsView.ts';
import { createStateView } from './stateView.ts';
import { createStepView } from './stepView.ts';
import { createStreamsView } from './streamsView.ts';
import { texts } from './texts.ts';
import { createTransport } from './transport.ts';
import { createWallView } from './wallView.ts';

const headOf = ({ title, from, events, total }: ReplayData, ...buttons: HTMLElement[]): HTMLElement =>
  element(
    'header',
    {},
    element('h1', {}, named(title)),
    ...(events.length < total
      ? [element('p', { class: 'some' }, texts.onlySome(from, from + events.length - 1, total))]
      : []),
    ...buttons,
  );

const foot = (): HTMLElement => element('footer', {}, `${texts.about} ${texts.openAgain}`);

/** Puts the page together, and shows the moment at which one is. */
const start = (data: ReplayData, picture: Element): void => {
  const moments = openMoments(data);
  const { first, last } = moments;
  let position = first;
  let watched: string | null = null;

  const place = (wanted: number): void => {
    position = Math.min(last, Math.max(first, wanted));
    show();
  };
  const playing = createPlaying({
    step: () => {
      place(position + 1);
      return position < last;
    },
    begin: () => {
      if (position === last) place(first);
    },
    onChange: (isPlaying) => transport.showPlaying(isPlaying),
  });
  const seek = (wanted: number): void => {
    playing.stop();
    place(wanted);
  };
  const watch = (stream: string | null): void => {
    watched = stream === watched ? null : stream;
    show();
  };

  const wall = createWallView(data, moments, picture);
  const transport = createTransport(moments, playing, { total: data.total, seek, position: () => position });
  const streams = createStreamsView(data, moments, { seek, watch });
  const step = createStepView(moments);
  const state = createStateView(moments, () => watch(null));
  const readModels = createReadModelsView(moments, data.readModels);
  const show = (): void => {
    transport.show(position);
    wall.show(position);
    streams.show(position, watched);
    step.show(position);
    state.show(position, watched);
    readModels.show(position);
  };

  document.body.prepend(
    headOf(data, wall.whole),
    element(
      'main',
      {},
      wall.frame,
      transport.view,
      element('div', { class: 'parts' }, streams.view, step.view, state.view, readModels.view),
    ),
    foot(),
  );
  followKeys({ first, last, position: () => position, seek, togglePlaying: playing.toggle });
  show();
};

const text = document.getElementById('replay')?.textContent;
const picture = document.querySelector('#wall > svg');
if (text && picture) start(JSON.parse(text) as ReplayData, picture);
document.getElementById('wall')?.remove();
