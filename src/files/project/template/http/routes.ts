import { randomUUID } from 'node:crypto';
import type { Application } from '../core/application.ts';
import type { CommandToSend, Json, Outcome } from '../core/messages.ts';
import { misfits } from './misfits.ts';

export type Asked = { method: string; path: string[]; url: URL; body: unknown };
export type Answer = { status: number; value: unknown };

/** One place for all routes; the README lists them. */
export const answerTo = async (application: Application, { method, path, url, body }: Asked): Promise<Answer> => {
  const [what = '', name = '', part] = path;
  if (method === 'POST' && what === 'commands' && path.length === 2) return sendCommand(application, name, body);
  if (method !== 'GET') return { status: 405, value: { problems: ['Commands are sent with POST; all else is read.'] } };
  switch (what) {
    case '':
      return ok(overviewOf(application));
    case 'events':
      return ok(await readEvents(application, url.searchParams));
    case 'streams':
      return readStream(application, name, part);
    case 'read-models':
      return readDocuments(application, name, part);
    default:
      return notFound(`There is nothing at ${url.pathname}.`);
  }
};

const ok = (value: unknown): Answer => ({ status: 200, value });
const notFound = (problem: string): Answer => ({ status: 404, value: { problems: [problem] } });
const refused = (...problems: string[]): Answer => ({ status: 400, value: { problems } });

const overviewOf = ({ model }: Application) => ({
  name: model.name,
  commands: model.commands.map(({ type, fields }) => ({ type, fields })),
  readModels: model.readModels.map(({ name }) => name),
});

type CommandBody = { data?: Json; commandId?: unknown; correlationId?: unknown; expectedVersion?: unknown };

const sendCommand = async (application: Application, type: string, body: unknown): Promise<Answer> => {
  const command = application.commandNamed(type);
  if (!command) return notFound(`There is no command ${type}.`);
  if (typeof body !== 'object' || body === null) return refused('The body should be { "data": … }.');
  const { data, commandId = randomUUID(), correlationId, expectedVersion } = body as CommandBody;
  if (typeof commandId !== 'string' || commandId === '') return refused('commandId should be a text.');
  if (correlationId !== undefined && typeof correlationId !== 'string')
    return refused('correlationId should be a text.');
  if (expectedVersion !== undefined && !isVersion(expectedVersion))
    return refused('expectedVersion should be a whole number: 0 for a stream that does not exist yet.');
  const problems = misfits(command.fields, data);
  if (problems.length > 0) return refused(...problems);
  const toSend: CommandToSend = {
    commandId,
    type: command.type,
    data: data as Json,
    ...(correlationId === undefined ? {} : { correlationId }),
    ...(expectedVersion === undefined ? {} : { expected: expectedVersion }),
  };
  const outcome = await application.send(toSend);
  // It says of no stream that it is for it: nothing of ours has failed.
  if (outcome.kind === 'failed' && outcome.stream === '') return refused(outcome.message);
  void application.settle().catch((error: unknown) => console.error(error));
  return { status: statusOf(outcome), value: { commandId, ...outcome } };
};

const isVersion = (value: unknown): value is number => Number.isSafeInteger(value) && Number(value) >= 0;

const statusOf = ({ kind }: Outcome): number => ({ appended: 200, rejected: 422, conflict: 409, failed: 500 })[kind];

const mostEvents = 1000;

const readEvents = async ({ store }: Application, parameters: URLSearchParams) => {
  const after = BigInt(/^\d{1,18}$/.exec(parameters.get('after') ?? '')?.[0] ?? 0);
  const limit = Math.min(Number(/^\d{1,9}$/.exec(parameters.get('limit') ?? '')?.[0] ?? 0) || mostEvents, mostEvents);
  return store.readAfter(after, limit);
};

const readStream = async (application: Application, name: string, part: string | undefined): Promise<Answer> => {
  const { version, events } = await application.readStream(name);
  if (version === 0) return notFound(`There is no stream ${name}.`);
  if (part === undefined) return ok({ stream: name, version, events });
  if (part !== 'state') return notFound('A stream has /state, and nothing else.');
  return ok({ stream: name, version, state: await application.stateOf(name) });
};

const readDocuments = async (application: Application, name: string, id: string | undefined): Promise<Answer> => {
  const documents = await application.documents(name);
  if (!documents) return notFound(`There is no read model ${name}.`);
  if (id === undefined) return ok(documents);
  return Object.hasOwn(documents, id) ? ok(documents[id]) : notFound(`${name} has no document ${id}.`);
};
