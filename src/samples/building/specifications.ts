import type {
  DeciderSpecification,
  Definition,
  Json,
  PolicyOutput,
  PolicySpecification,
  ReadModelSpecification,
  SpecificationMessage,
} from '#model';

/** The time of every specified command, and so of the events that come of it. */
export const now = '2026-03-02T09:00:00.000Z';

type Data = { [key: string]: Json };

/** Messages of a type that are alike but for what a scenario names: `rungUp({ amount: 1500 })`. */
export const message =
  (type: string, usual: Data) =>
  (data: Data = {}): SpecificationMessage => ({ type, data: { ...usual, ...data } });

type Expected = DeciderSpecification['then'];

export const refusedWith = (message: string): Expected => ({ kind: 'refused', message });

export const events = (...messages: SpecificationMessage[]): Expected => ({ kind: 'events', events: messages });

export const nothing: Expected = events();

type DeciderScenario = { given: SpecificationMessage[]; when: SpecificationMessage; then: Expected };
type ReadModelScenario = { given: SpecificationMessage[]; then: { [documentId: string]: Json } };

/** The specifications of a decider by their names; ids count from 1. */
export const deciderSpecifications = (
  { id }: Definition,
  scenarios: { [name: string]: DeciderScenario },
): DeciderSpecification[] =>
  Object.entries(scenarios).map(([name, { given, when, then }], index) => ({
    id: `${id}-specification-${index + 1}`,
    definitionId: id,
    subject: 'decider',
    name,
    given,
    now,
    when,
    then,
  }));

/** The specifications of a read model by their names; `then` holds all documents by id. */
export const readModelSpecifications = (
  { id }: Definition,
  scenarios: { [name: string]: ReadModelScenario },
): ReadModelSpecification[] =>
  Object.entries(scenarios).map(([name, { given, then }], index) => ({
    id: `${id}-specification-${index + 1}`,
    definitionId: id,
    subject: 'read-model',
    name,
    given,
    then: {
      kind: 'documents',
      documents: Object.entries(then).map(([documentId, document]) => ({ documentId, document })),
    },
  }));

export const sends = (message: SpecificationMessage): PolicyOutput => ({ action: 'send', ...message });
export const records = (message: SpecificationMessage): PolicyOutput => ({ action: 'record', ...message });
export const schedules = (dueAt: string, message: SpecificationMessage): PolicyOutput => ({
  action: 'schedule',
  ...message,
  dueAt,
});
export const completes: PolicyOutput = { action: 'complete' };

type PolicyScenario = {
  /** What a process has heard and recorded before. */
  given?: SpecificationMessage[];
  then: PolicyOutput[];
} & ({ when: SpecificationMessage } | { due: SpecificationMessage });

/** The specifications of a policy or process manager by their names. */
export const policySpecifications = (
  { id }: Definition,
  scenarios: { [name: string]: PolicyScenario },
): PolicySpecification[] =>
  Object.entries(scenarios).map(([name, { given = [], then, ...input }], index) => ({
    id: `${id}-specification-${index + 1}`,
    definitionId: id,
    subject: 'policy',
    name,
    given,
    now,
    ...('due' in input ? { when: input.due, isDue: true } : { when: input.when }),
    then: { kind: 'outputs', outputs: then },
  }));
