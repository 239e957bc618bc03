import type { ReplayedCommand, ReplayedEvent } from '../ReplayData.ts';
import { element, named, part } from './element.ts';
import type { Moments } from './moments.ts';
import { readableTime, texts } from './texts.ts';
import { valueTree } from './valueTree.ts';

const fact = (name: string, ...value: (Node | string)[]): HTMLElement[] => [
  element('dt', {}, name),
  element('dd', {}, ...value),
];

const more = (title: string, shown: HTMLElement): HTMLElement =>
  element('details', {}, element('summary', {}, title), shown);

const commandFacts = (command: ReplayedCommand): HTMLElement[] =>
  fact(texts.command, named(command.type), `, ${texts.sent(command)}, ${texts.outcomeOf(command)}`);

const eventShown = (event: ReplayedEvent, command: ReplayedCommand | undefined): HTMLElement[] => [
  element('h3', {}, named(event.type)),
  element(
    'dl',
    {},
    ...fact(texts.stream, named(event.stream), `, ${texts.version(event.version)}`),
    ...fact(texts.recordedAt, element('time', { datetime: event.recordedAt }, readableTime(event.recordedAt))),
    ...(command ? commandFacts(command) : []),
  ),
  valueTree(event.data),
  ...(command ? [more(texts.commandData, valueTree(command.data))] : []),
  ...(Object.keys(event.metadata).length > 0 ? [more(texts.metadata, valueTree(event.metadata))] : []),
];

const refusedShown = (command: ReplayedCommand): HTMLElement =>
  element(
    'li',
    { 'data-outcome': command.outcome },
    element('p', {}, named(command.type), ` ${texts.outcomeOf(command)}, `, named(command.stream)),
    ...(command.reason === undefined ? [] : [element('p', { class: 'reason' }, command.reason)]),
    more(texts.commandData, valueTree(command.data)),
  );

/** The event at the position with its command, and what was refused after it. */
export const createStepView = (moments: Moments) => {
  const body = element('div', { class: 'body' });
  return {
    view: part('step', texts.event, body),
    show: (position: number): void => {
      const event = moments.eventAt(position);
      const refused = moments.refusedAfter(position);
      const hasEvents = moments.last > moments.first;
      body.replaceChildren(
        ...(event
          ? eventShown(event, moments.commandOf(event))
          : [element('p', { class: 'quiet' }, hasEvents ? texts.beforeFirst : texts.noEvents)]),
        ...(refused.length === 0
          ? []
          : [element('h4', {}, texts.refused), element('ul', { class: 'refused' }, ...refused.map(refusedShown))]),
      );
    },
  };
};
