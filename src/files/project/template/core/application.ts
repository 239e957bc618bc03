import type { Clock } from './clock.ts';
import { handleCommand, stateOf } from './handleCommand.ts';
import type { CommandDefinition, Model, PolicyModule } from './Model.ts';
import type { CommandToSend, Json, Outcome } from './messages.ts';
import { openPolicies } from './policies.ts';
import { deciderOfProcess } from './processes.ts';
import type { Store } from './Store.ts';
import { serially } from './serially.ts';
import { type Decider, deciderIn } from './shapes.ts';
import { streamNameOf } from './streamName.ts';
import { handedIn, upcasting } from './upcasting.ts';

/** The model at work over a store. */
export type Application = Awaited<ReturnType<typeof openApplication>>;

export const openApplication = async (model: Model, store: Store, clock: Clock) => {
  const upcast = upcasting(model.events);
  const versions = new Map(model.events.map(({ type, schemaVersion }) => [type, schemaVersion]));
  const schemaVersionOf = (type: string): number => versions.get(handedIn(type).type) ?? 1;
  const handling = { store, upcast, schemaVersionOf };
  const inTurn = serially();

  const commandNamed = (type: string): CommandDefinition | undefined =>
    model.commands.find((command) => command.type === type || command.formerNames.includes(type));

  const decided = (decider: Decider, stream: string, command: CommandToSend): Promise<Outcome> =>
    inTurn(() => handleCommand(handling, { decider, stream }, { ...command, now: clock.timeFor(command) }));

  const send = async (command: CommandToSend): Promise<Outcome> => {
    const deciderId = commandNamed(command.type)?.deciderId;
    const module = model.deciders.find(({ id }) => id === deciderId);
    if (!module) return { kind: 'failed', stream: '', message: `No decider answers ${command.type}.` };
    const stream = streamNameOf(module, command.data);
    if (stream === null)
      return {
        kind: 'failed',
        stream: '',
        message: `${command.type} does not say in \`${module.idField}\` which stream it is for.`,
      };
    return decided(deciderIn(module.code), stream, command);
  };

  const handOver = (policy: PolicyModule, stream: string, command: CommandToSend): Promise<Outcome> =>
    decided(deciderOfProcess(policy), stream, command);

  const policies = openPolicies({
    store,
    clock,
    policies: model.policies,
    upcast,
    schemaVersionOf,
    send,
    handOver,
    say: (sentence) => console.error(sentence),
  });
  await store.alone('policies', policies.enrol);
  const settling = serially();

  return {
    model,
    store,
    commandNamed,
    send,
    /** Ends once every policy has answered what there is, and what is due has been handed over. */
    settle: (): Promise<void> => settling(() => store.alone('policies', policies.run)),
    readStream: async (stream: string) => {
      const { version, events } = await store.readStream(stream);
      return { version, events: events.flatMap(upcast) };
    },
    /** Of the decider or process manager whose stream it is; undefined where it is nobody's. */
    stateOf: async (stream: string): Promise<unknown> => {
      const category = stream.split('-', 1)[0] ?? '';
      const module = model.deciders.find((decider) => decider.category === category);
      const policy = model.policies.find(({ process }) => process?.category === category);
      const decider = module ? deciderIn(module.code) : policy && deciderOfProcess(policy);
      return decider && stateOf(decider, (await store.readStream(stream)).events.flatMap(upcast));
    },
    documents: async (readModel: string): Promise<{ [documentId: string]: Json } | undefined> => {
      const module = model.readModels.find(({ name }) => name === readModel);
      return module && store.documents(module.collection);
    },
  };
};
