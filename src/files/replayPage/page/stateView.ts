import { element, named, part } from './element.ts';
import type { Moments, StateAround } from './moments.ts';
import { texts } from './texts.ts';
import { valueTree } from './valueTree.ts';

const sides = ({ before, after }: StateAround): HTMLElement => {
  if (JSON.stringify(before) === JSON.stringify(after)) return element('div', {}, valueTree(after));
  return element(
    'div',
    { class: 'sides' },
    element('div', {}, element('h4', {}, texts.before), valueTree(before, { with: after, mark: 'del' })),
    element('div', {}, element('h4', {}, texts.after), valueTree(after, { with: before, mark: 'ins' })),
  );
};

const stateShown = (stream: string, state: StateAround, isItsEvent: boolean): HTMLElement[] => {
  const isSame = JSON.stringify(state.before) === JSON.stringify(state.after);
  return [
    element('h3', {}, named(stream), element('small', {}, `${state.owner}, ${texts.version(state.version)}`)),
    ...(state.error === undefined ? [] : [element('p', { class: 'trouble' }, texts.broke(state.error))]),
    ...(isItsEvent && isSame ? [element('p', { class: 'quiet' }, texts.same)] : []),
    sides(state),
  ];
};

/** The state of the event's stream, or of the one that is kept in sight. */
export const createStateView = (moments: Moments, stopWatching: () => void) => {
  const body = element('div', { class: 'body' });
  const follow = element('button', { type: 'button', class: 'plain' }, texts.followEvent);
  follow.addEventListener('click', stopWatching);
  const view = part('state', texts.state, follow, body);
  return {
    view,
    show: (position: number, watched: string | null): void => {
      const event = moments.eventAt(position);
      const stream = watched ?? event?.stream;
      const state = stream === undefined ? undefined : moments.stateAround(stream, position);
      follow.hidden = watched === null;
      body.replaceChildren(
        ...(stream !== undefined && state ? stateShown(stream, state, event?.stream === stream) : []),
        ...(stream !== undefined && !state
          ? [element('h3', {}, named(stream)), element('p', { class: 'quiet' }, texts.unfolded)]
          : []),
      );
    },
  };
};
