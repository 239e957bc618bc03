import type { Definition, DefinitionOf } from '#model';
import type { Sketch } from '../sketch.ts';
import type { Element } from './elements.ts';
import { fieldsOfProps } from './fieldsOfProps.ts';
import { kindOfLane, type TriggerKind } from './lanes.ts';

/** Where a reader of a slice stands: arrows are told by what stands before what. */
type Place = {
  /** Events and views since something was last started. */
  heard: Set<Definition>;
  triggers: Set<Definition>;
  command: DefinitionOf<'command'> | undefined;
  last: Element['kind'] | undefined;
};

const readMessage = <K extends 'event' | 'command'>(
  sketch: Sketch,
  kind: K,
  { name, props }: Element,
): DefinitionOf<K> => {
  const message = sketch.thing(kind, name);
  sketch.addFields(
    message,
    fieldsOfProps(props, (path) => sketch.remark(`Guessed the type of ${name}.${path} from its value.`)),
  );
  return message;
};

const triggerKindOf = (sketch: Sketch, { lane, name }: Element, { last }: Place): TriggerKind => {
  const said = kindOfLane(lane);
  if (said) return said;
  if (/^whenever\b/iu.test(name)) return 'policy';
  if (lane !== '' || last !== 'event') return 'screen';
  sketch.remark(`Guessed that ${name} is a policy: it follows an event.`);
  return 'policy';
};

const readTrigger = (sketch: Sketch, element: Element, place: Place): void => {
  const kind = triggerKindOf(sketch, element, place);
  const trigger = sketch.thing(kind, element.name);
  if (kind === 'system' && place.command) {
    sketch.arrow(place.command, trigger);
    return;
  }
  if (place.last !== 'trigger') {
    place.triggers = new Set();
    place.command = undefined;
  }
  for (const one of place.heard) if (kind === 'policy' || one.kind === 'read-model') sketch.arrow(one, trigger);
  place.triggers.add(trigger);
  // A lane that names no kind names who looks at the screen.
  if (element.lane !== '' && !kindOfLane(element.lane)) place.triggers.add(sketch.thing('actor', element.lane));
};

const readCommand = (sketch: Sketch, element: Element, place: Place): void => {
  const command = readMessage(sketch, 'command', element);
  if (element.lane !== '') sketch.arrow(command, sketch.thing('decider', element.lane));
  for (const trigger of place.triggers) sketch.arrow(trigger, command);
  place.command = command;
  place.heard = new Set();
};

const readEvent = (sketch: Sketch, element: Element, place: Place): void => {
  const event = readMessage(sketch, 'event', element);
  const decider = element.lane === '' ? undefined : sketch.thing('decider', element.lane);
  if (decider) sketch.arrow(decider, event);
  if (place.command) {
    sketch.arrow(place.command, decider ?? event);
  } else
    for (const trigger of place.triggers)
      if (trigger.kind === 'policy' || trigger.kind === 'system') sketch.arrow(trigger, event);
  if (place.last !== 'event' && place.last !== 'view') place.heard = new Set();
  place.heard.add(event);
};

const readView = (sketch: Sketch, element: Element, place: Place): void => {
  const view = sketch.thing('read-model', element.name);
  if (element.props !== undefined && element.props !== null)
    sketch.remark(`Left out the fields of the view ${element.name}: here code says what a read model holds.`);
  if (element.lane !== '') sketch.remark(`Left out the swimlane of the view ${element.name}.`);
  if (place.last === 'trigger') place.heard = new Set();
  for (const one of place.heard) if (one.kind === 'event') sketch.arrow(one, view);
  place.heard.add(view);
};

/** Reads the steps of a slice from left to right. */
export const readSlice = (sketch: Sketch, elements: readonly Element[]): void => {
  const place: Place = { heard: new Set(), triggers: new Set(), command: undefined, last: undefined };
  for (const element of elements) {
    switch (element.kind) {
      case 'trigger':
        readTrigger(sketch, element, place);
        break;
      case 'command':
        readCommand(sketch, element, place);
        break;
      case 'event':
        readEvent(sketch, element, place);
        break;
      case 'view':
        readView(sketch, element, place);
        break;
      case 'exception':
        sketch.remark(`Left out the exception ${element.name}: refusals stand in tests here.`);
    }
    place.last = element.kind;
  }
};
