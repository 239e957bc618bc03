import { type Program, processPartsOf, streamNameOf } from '#model';
import type { Address, RunningModule, RunningProgram } from '#runtime';
import { type OtherVersion, withOtherVersions } from './otherVersions.ts';

const nowhere: Address = { deciderId: '', stream: '' };

/** The wall's program with what of it is loaded, resolved for the runtime. */
export const runningProgramOf = (
  program: Program,
  modules: ReadonlyMap<string, RunningModule>,
  others: OtherVersion[] = [],
): RunningProgram => {
  const versions = new Map(program.events.map(({ type, schemaVersion }) => [type, schemaVersion]));
  const deciders = new Map(program.deciders.map((decider) => [decider.id, decider]));
  const commands = new Map(program.commands.map((command) => [command.type, command]));
  return {
    clock: program.clock,
    modules,
    readModels: withOtherVersions(program.readModels, others, modules),
    policies: program.policies,
    schemaVersionOf: (eventType) => versions.get(handedIn(eventType)) ?? 1,
    addressOf: ({ type, data }) => {
      const decider = deciders.get(commands.get(type)?.deciderId ?? '');
      return decider ? { deciderId: decider.id, stream: streamNameOf(decider, data) ?? '' } : nowhere;
    },
  };
};

/** What a process manager was handed is stored as it was handed: in the version that its event has today. */
const handedIn = (eventType: string): string => {
  const parts = processPartsOf(eventType);
  return parts?.action === 'received' ? parts.type : eventType;
};

export const emptyProgram: Program = {
  deciders: [],
  readModels: [],
  policies: [],
  events: [],
  commands: [],
  clock: { kind: 'real' },
  storeAsJson: true,
};
