import type { Definition, Json, SpecificationMessage } from '#model';
import { isRecord, type Loose, listAt, recordsAt } from '../loose.ts';
import { nameFrom } from '../names.ts';
import type { Sketch } from '../sketch.ts';
import type { SketchedTest } from '../sketchedTest.ts';
import { exampleFrom, fieldsOf } from './fields.ts';
import { nowComment } from './schema.ts';

type StepKind = 'event' | 'command' | 'view' | 'error';
type Step = { kind: StepKind; name: string; data: { [key: string]: Json }; isEmpty: boolean };

const kindOfStep = (type: Json | undefined): StepKind | undefined => {
  const word = String(type).toUpperCase();
  if (word.includes('ERROR') || word.includes('EXCEPTION')) return 'error';
  if (word.includes('COMMAND')) return 'command';
  if (word.includes('READ')) return 'view';
  return word.includes('EVENT') ? 'event' : undefined;
};

/** An example of the whole, else what the fields have as examples. */
const dataOf = (step: Loose): { [key: string]: Json } => {
  const [example] = recordsAt(step, 'examples');
  if (example) return example;
  const examples = recordsAt(step, 'fields').flatMap((field) => {
    const [read] = fieldsOf([field], '', () => undefined);
    const value = read && exampleFrom(read.type, field.example);
    return read && value !== undefined ? [[read.name, value] as const] : [];
  });
  return Object.fromEntries(examples);
};

const stepsOf = (sketch: Sketch, test: Loose, part: string, title: string): Step[] =>
  listAt(test, part).flatMap((step): Step[] => {
    const kind = isRecord(step) ? kindOfStep(step.type) : undefined;
    const name = isRecord(step) ? nameFrom(step.title) : '';
    if (!isRecord(step) || !kind || name === '') {
      sketch.remark(`Left out a step of the test “${title}”: it does not say what it is.`);
      return [];
    }
    return [{ kind, name, data: dataOf(step), isEmpty: step.expectEmptyList === true }];
  });

const messages = (steps: readonly Step[], kind: StepKind): SpecificationMessage[] =>
  steps.filter((step) => step.kind === kind).map(({ name, data }) => ({ type: name, data }));

const commentsOf = (test: Loose): string[] =>
  recordsAt(test, 'comments').flatMap(({ description }) => (typeof description === 'string' ? [description] : []));

const nowOf = (test: Loose): { now?: string } => {
  const said = commentsOf(test).flatMap((comment) =>
    comment.startsWith(nowComment) ? [comment.slice(nowComment.length)] : [],
  );
  const [now] = said.filter((text) => /^\d{4}-\d\d-\d\dT\d\d:\d\d/u.test(text) && !Number.isNaN(Date.parse(text)));
  return now === undefined ? {} : { now };
};

const testOf = (sketch: Sketch, test: Loose, slice: string, things: readonly Definition[]): SketchedTest => {
  const name = nameFrom(test.title).replace(/^spec:\s*/iu, '') || 'Test';
  const given = stepsOf(sketch, test, 'given', name);
  const when = stepsOf(sketch, test, 'when', name);
  const then = stepsOf(sketch, test, 'then', name);
  const [first, ...more] = when.filter(({ kind }) => kind === 'command' || kind === 'event');
  if (more.length > 0 || when.length > (first ? 1 : 0))
    sketch.remark(`Of what “${name}” does, only the first command or event was kept.`);
  if (given.some(({ kind }) => kind !== 'event')) sketch.remark(`Left out what “${name}” is given beside events.`);
  const named = (kind: Definition['kind']) => things.filter((thing) => thing.kind === kind).map((thing) => thing.name);
  if (commentsOf(test).some((comment) => !comment.startsWith(nowComment)))
    sketch.remark(`Left out the comments of the test “${name}”.`);
  const views = then.filter(({ kind }) => kind === 'view');

  return {
    name,
    slice,
    given: messages(given, 'event'),
    when: first ? { kind: first.kind === 'command' ? 'command' : 'event', type: first.name, data: first.data } : null,
    ...nowOf(test),
    then: {
      events: messages(then, 'event'),
      views: views.filter(({ isEmpty }) => !isEmpty).map((view) => ({ view: view.name, document: view.data })),
      errors: then.filter(({ kind }) => kind === 'error').map((step) => step.name),
      commands: messages(then, 'command'),
    },
    views: views.length > 0 ? [...new Set(views.map((view) => view.name))] : named('read-model'),
    policies: named('policy'),
  };
};

/** The specifications of a slice, as tests of what stands in it. */
export const testsOf = (sketch: Sketch, slice: Loose, title: string, things: readonly Definition[]): SketchedTest[] =>
  recordsAt(slice, 'specifications').map((test) => testOf(sketch, test, title, things));
