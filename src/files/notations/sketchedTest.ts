import type { DefinitionOf, Json, SpecificationMessage } from '#model';
import { slugOf } from './names.ts';
import type { Sketch } from './sketch.ts';

/** A view as a test expects it: one document. */
type ExpectedView = { view: string; document: { [key: string]: Json } };

/** A test of another notation: given, when, then, by names. */
export type SketchedTest = {
  name: string;
  slice: string;
  given: SpecificationMessage[];
  when: (SpecificationMessage & { kind: 'command' | 'event' }) | null;
  now?: string;
  then: { events: SpecificationMessage[]; views: ExpectedView[]; errors: string[]; commands: SpecificationMessage[] };
  /** Of its slice, by name. */
  views: string[];
  policies: string[];
};

/** What stands as the text of an error where any refusal will do. */
export const anyRefusal = 'any refusal';

/** Under which a document is kept, beside its own fields. */
export const documentIdKey = '_id';

const leftOut = (sketch: Sketch, { name, slice }: SketchedTest, why: string): void =>
  sketch.remark(`Left out the test “${name}” of ${slice}: ${why}.`);

/** Who decides on a command: who its arrow leads to; else somebody is made up, since a specification is somebody's. */
const deciderFor = (sketch: Sketch, test: SketchedTest, command: DefinitionOf<'command'>): DefinitionOf<'decider'> => {
  const known = sketch.deciderOf(command);
  if (known) return known;
  const made = sketch.thing('decider', test.slice);
  sketch.arrow(command, made);
  for (const { type } of test.then.events) sketch.arrow(made, sketch.thing('event', type));
  sketch.remark(`Guessed a decider, ${made.name}, for the tests of ${command.name}.`);
  return made;
};

const specifyDecider = (sketch: Sketch, test: SketchedTest, id: string, when: SpecificationMessage): void => {
  const { name, given, then, now } = test;
  const decider = deciderFor(sketch, test, sketch.thing('command', when.type));
  if (then.views.length > 0) sketch.remark(`Left out what “${name}” expects of views: its subject is a command.`);
  const [error, ...more] = then.errors;
  if (more.length > 0 || (error !== undefined && then.events.length > 0))
    sketch.remark(`Of what “${name}” expects, only the first error was kept.`);
  sketch.specify({
    id,
    subject: 'decider',
    definitionId: decider.id,
    name,
    given,
    when,
    ...(now === undefined ? {} : { now }),
    then:
      error === undefined
        ? { kind: 'events', events: then.events }
        : { kind: 'refused', message: error === anyRefusal ? '' : error },
  });
};

const documentOf = (sketch: Sketch, test: SketchedTest, { document }: ExpectedView) => {
  const { [documentIdKey]: id, ...rest } = document;
  if (typeof id === 'string') return { documentId: id, document: rest };
  const likely = Object.entries(document).find(([key, value]) => /id$/iu.test(key) && typeof value === 'string');
  sketch.remark(`Guessed which document “${test.name}” means: its id is not said.`);
  return { documentId: typeof likely?.[1] === 'string' ? likely[1] : '1', document };
};

const specifyReadModel = (sketch: Sketch, test: SketchedTest, id: string): void => {
  const { name, given, then } = test;
  const view = then.views[0]?.view ?? (test.views.length === 1 ? test.views[0] : undefined);
  const trouble =
    view === undefined
      ? 'it has neither a command nor a view'
      : then.views.some((other) => other.view !== view) && 'it expects several views';
  if (view === undefined || trouble) {
    leftOut(sketch, test, trouble || '');
    return;
  }
  const readModel = sketch.thing('read-model', view);
  const documents = then.views.map((expected) => documentOf(sketch, test, expected));
  sketch.specify({
    id,
    subject: 'read-model',
    definitionId: readModel.id,
    name,
    given,
    then: { kind: 'documents', documents },
  });
};

const specifyPolicy = (sketch: Sketch, test: SketchedTest, id: string, when: SpecificationMessage): void => {
  const [policy, ...others] = test.policies;
  if (policy === undefined || others.length > 0) {
    leftOut(sketch, test, 'it does not say which policy reacts');
    return;
  }
  const { name, given, now } = test;
  sketch.specify({
    id,
    subject: 'policy',
    definitionId: sketch.thing('policy', policy).id,
    name,
    given,
    when,
    ...(now === undefined ? {} : { now }),
    then: { kind: 'outputs', outputs: test.then.commands.map((command) => ({ ...command, action: 'send' })) },
  });
};

/** Makes specifications of tests, once all things are known. */
export const specifyAll = (sketch: Sketch, tests: readonly SketchedTest[]): void => {
  for (const [index, test] of tests.entries()) {
    const id = `specification-${index + 1}-${slugOf(test.name).slice(0, 40)}`;
    const { when, given, then } = test;
    for (const { type } of given) sketch.thing('event', type);
    if (!when && then.events.length > 0) leftOut(sketch, test, 'it has no command');
    else if (!when && given.length === 0 && then.views.length === 0) leftOut(sketch, test, 'it is empty');
    else if (!when) specifyReadModel(sketch, test, id);
    else {
      const message = { type: when.type, data: when.data };
      if (when.kind === 'command') specifyDecider(sketch, test, id, message);
      else specifyPolicy(sketch, test, id, message);
    }
  }
};
