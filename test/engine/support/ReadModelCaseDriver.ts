import type { Json } from '#event-store';
import type { Program } from '#model';
import type { Expectation } from '#runtime';
import { codeHash } from '#sandbox';
import { openTestRun } from './openTestRun.ts';

/** What the cases do to a store, as far as it has to do with read models. */
type CaseEvent = { type: string; data?: Json };
export type CaseOperation = {
  op: string;
  stream?: string;
  events?: CaseEvent[];
  expected?: number;
  name?: string;
  key?: string;
  doc?: Json;
  lifecycle?: string;
  keyBy?: string;
  failOn?: string;
  sideEffectOn?: string;
  skipApplyErrors?: boolean;
  version?: number;
};
type TestRun = Awaited<ReturnType<typeof openTestRun>>;
type ReadModel = Program['readModels'][number];

const file = (text: string) => [{ path: 'index.ts', text }];

/** Stores what it is told to, so that the cases' events come by way of commands. */
const writer = file(`
export const initialState = {};
export const decide = (command) => command.data.events;
export const evolve = (state) => state;
`);

/** The cases' own fold: the sum of n, the count of events, the last name. */
const readModelCode = ({ keyBy = 'stream', failOn = '', version = 1 }: CaseOperation, types: string[]) =>
  file(`// Version ${version}
export const canHandle = ${JSON.stringify(types)};
export const getDocumentId = (event) =>
  ${keyBy === 'stream' ? 'event.metadata.streamName' : `event.data[${JSON.stringify(keyBy)}]`};
export const evolve = (document, event) => {
  if (event.type === ${JSON.stringify(failOn)}) throw new Error('This event is poison.');
  const before = document ?? { sum: 0, count: 0 };
  return { ...before, sum: before.sum + (event.data.n ?? 0), count: before.count + 1 };
};
`);

const effectCode = file(`export const react = () => ({ type: 'Write', data: { events: [] } });`);

/** Plays the cases on a run with the real sandbox: read models are user code, side effects are a policy's commands. */
export class ReadModelCaseDriver {
  readonly #run: TestRun;
  readonly #types: string[];
  /** Read models whose poison events somebody skips. */
  readonly #skipping = new Set<string>();
  #program: Program = {
    deciders: [{ id: 'writer', name: 'Writer', category: 'any', idField: 'id', code: writer }],
    readModels: [],
    policies: [],
    events: [],
    commands: [{ id: 'Write', type: 'Write', fields: [], deciderId: 'writer' }],
    clock: { kind: 'real' },
    storeAsJson: true,
  };

  private constructor(run: TestRun, types: string[]) {
    this.#run = run;
    this.#types = types;
  }

  static async start(operations: CaseOperation[]): Promise<ReadModelCaseDriver> {
    const types = operations.flatMap(({ events = [] }) => events.map(({ type }) => type));
    const driver = new ReadModelCaseDriver(await openTestRun(), [...new Set(types)]);
    await driver.#run.session.useProgram(driver.#program);
    return driver;
  }

  async perform(operation: CaseOperation): Promise<unknown> {
    const { session, store } = this.#run;
    const { name = '', key = '' } = operation;
    switch (operation.op) {
      case 'project':
        return this.#project(operation);
      case 'append':
        return this.#append(operation);
      case 'run':
        await this.#run.takeTurn();
        await this.#skipPoison();
        return this.#progress();
      case 'rebuild':
        await session.rebuild(name, 0);
        return {
          status: await this.#statusAfterRebuild(name),
          checkpoint: await store.checkpoint(this.#projection(name)),
        };
      case 'doc':
        return (await this.#documents(name)).find(({ documentId }) => documentId === key)?.document ?? null;
      case 'docKeys':
        return { keys: (await this.#documents(name)).map(({ documentId }) => documentId) };
      case 'plantDoc':
        return store.storeDocuments([
          { projection: this.#projection(name), documentId: key, document: operation.doc ?? null },
        ]);
      case 'effects':
        return this.#effects();
      case 'deadLetters':
        return this.#deadLetters();
      case 'switchTo':
        return this.#switchTo(name);
      // From when its code changed on, the new version has been built beside the one that serves.
      case 'blueGreen':
        return undefined;
      case 'readAll':
        return { ids: (await store.readAll()).events.map(({ metadata }) => metadata.eventId) };
      default:
        throw new Error(`The cases ask for "${operation.op}", which is not played here.`);
    }
  }

  async #project(operation: CaseOperation): Promise<void> {
    const { name = '', lifecycle = 'async', sideEffectOn, skipApplyErrors, version } = operation;
    if (skipApplyErrors) this.#skipping.add(name);
    if (version) await this.#run.session.control(name, { kind: 'build-beside' });
    const code = readModelCode(operation, this.#types);
    const readModel: ReadModel = { id: name, name, lifecycle: lifecycle === 'inline' ? 'inline' : 'async', code };
    const policy = { id: `${name}-effect`, name, hears: [sideEffectOn ?? ''], isOn: true, code: effectCode };
    this.#program = {
      ...this.#program,
      readModels: [...this.#program.readModels.filter(({ id }) => id !== name), readModel],
      policies: sideEffectOn
        ? [...this.#program.policies.filter(({ id }) => id !== policy.id), policy]
        : this.#program.policies,
    };
    await this.#run.session.useProgram(this.#program);
  }

  async #append({ stream = '', events = [], expected }: CaseOperation): Promise<unknown> {
    const expectation: Expectation = expected ?? 'latest';
    const outcome = await this.#run.session.send({
      commandId: crypto.randomUUID(),
      type: 'Write',
      data: { events: events.map(({ type, data = {} }) => ({ type, data })) },
      metadata: {},
      origin: { kind: 'script' },
      correlationId: crypto.randomUUID(),
      stream,
      deciderId: 'writer',
      expectation,
    });
    if (outcome.kind === 'conflict') return { error: 'ConcurrencyConflict' };
    const isInline = outcome.kind === 'failed' && typeof outcome.cause === 'object';
    return isInline
      ? { error: 'InlineProjectionFailed' }
      : { version: outcome.record.decidedOnVersion + events.length };
  }

  async #progress(): Promise<unknown> {
    const checkpoints: { [consumer: string]: number } = {};
    const status: { [consumer: string]: string } = {};
    for (const { id } of this.#program.readModels) {
      const projection = this.#projection(id);
      checkpoints[`${id}@1`] = await this.#run.store.checkpoint(projection);
      status[`${id}@1`] = (await this.#run.store.checkpoint(`${projection}/stopped`)) > 0 ? 'paused' : 'running';
    }
    return { checkpoints, status };
  }

  /** What the case says that the projection does, a person does here. */
  async #skipPoison(): Promise<void> {
    const { session, store, takeTurn } = this.#run;
    for (const name of this.#skipping)
      while ((await store.checkpoint(`${this.#projection(name)}/stopped`)) > 0) {
        await session.control(name, { kind: 'skip' });
        await takeTurn();
      }
  }

  async #statusAfterRebuild(name: string): Promise<string> {
    const hasStopped = (await this.#run.store.checkpoint(`${this.#projection(name)}/stopped`)) > 0;
    return hasStopped ? 'rebuildFailed' : 'running';
  }

  async #effects(): Promise<unknown> {
    const { store } = this.#run;
    const { events } = await store.readAll();
    const origins = (await store.commandRecords()).flatMap(({ origin }) => (origin.kind === 'policy' ? [origin] : []));
    const positions = origins.map(
      ({ eventId }) => events.find(({ metadata }) => metadata.eventId === eventId)?.metadata.globalPosition,
    );
    return { count: origins.length, positions };
  }

  async #deadLetters(): Promise<unknown> {
    const lists = await Promise.all(
      this.#program.readModels.map(async ({ id }) => {
        const leftOut = await this.#run.store.documents(`${this.#projection(id)}/left-out`);
        return leftOut.map(({ document }) => ({
          projection: id,
          position: (document as { position: number }).position,
        }));
      }),
    );
    return { list: lists.flat() };
  }

  async #switchTo(name: string): Promise<unknown> {
    try {
      await this.#run.session.control(name, { kind: 'switch-version' });
      return {};
    } catch (error) {
      if (!/ behind/.test((error as Error).message)) throw error;
      return { error: 'ProjectionNotCaughtUp' };
    }
  }

  async #documents(name: string) {
    const { readModels } = await this.#run.session.moment({ position: Number.MAX_SAFE_INTEGER, streams: [] });
    return readModels.find(({ moduleId }) => moduleId === name)?.documents ?? [];
  }

  #projection(name: string): string {
    const readModel = this.#program.readModels.find(({ id }) => id === name);
    return `${name}@${codeHash(readModel?.code ?? [])}`;
  }
}
