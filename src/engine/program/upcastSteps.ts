import type { Upcaster } from '#event-store';
import { type Program, type Upcast, upcasterId, upcastWith } from '#model';
import type { ModelModule } from '#sandbox';

/** A step that code has a say in; `prefix` is that of what a process manager was handed. */
export type CodeStep = {
  moduleId: string;
  name: string;
  /** All under which events of the definition are stored, the present one first. */
  names: readonly string[];
  step: Upcast;
  prefix: string;
};

/** The steps of all events of the wall: those that are data, and by stored type and version those that are code. */
export type UpcastSteps = {
  data: Upcaster[];
  code: ReadonlyMap<string, CodeStep>;
  /** The version of today of each type, under its present name and former ones; 1 where it is not on the wall. */
  versionToday: (type: string) => number;
};

export const stepKey = (type: string, version: number): string => `${version} ${type}`;

/**
 * The steps of every event of the wall, one for each version that may be stored: a version that no step leads to is
 * passed through as it is, so that the ones behind it are reached.
 */
export const upcastStepsOf = ({ events }: Pick<Program, 'events'>): UpcastSteps => {
  const inUse = new Set(events.map(({ type }) => type));
  const data: Upcaster[] = [];
  const code = new Map<string, CodeStep>();
  const versions = new Map<string, number>();
  for (const { id, type: name, schemaVersion, formerNames, upcasts = [] } of events) {
    // A name that another event bears by now is that one's.
    const names = [name, ...formerNames.filter((former) => !inUse.has(former))];
    const last = upcasts.at(-1)?.to ?? 1;
    for (const each of names) versions.set(each, Math.max(schemaVersion, last));
    // What a process manager was handed is read as what it was handed.
    for (const prefix of ['', 'received:'])
      for (const type of names.map((stored) => prefix + stored))
        for (let fromVersion = 1; fromVersion < last; fromVersion += 1) {
          const step = upcasts.find(({ to }) => to === fromVersion + 1);
          if (step?.code)
            code.set(stepKey(type, fromVersion), { moduleId: upcasterId(id, step.to), name, names, step, prefix });
          else
            data.push({
              type,
              fromVersion,
              upcast: ({ type: present, data: held }) => {
                const event = { type: present, data: held };
                return step ? byData(event, { step, name, prefix }) : event;
              },
            });
        }
  }
  return { data, code, versionToday: (type) => versions.get(type) ?? 1 };
};

/** What a step says as data; its code comes after. */
export const byData = <E extends Parameters<typeof upcastWith>[2]>(
  event: E,
  { step, name, prefix }: Pick<CodeStep, 'step' | 'name' | 'prefix'>,
): E => {
  const read = upcastWith(step, name, { ...event, type: event.type.slice(prefix.length) });
  return { ...read, type: prefix + read.type };
};

/** The code of all steps, as the sandbox takes it. */
export const upcasterModulesOf = ({ events }: Pick<Program, 'events'>): ModelModule[] =>
  events.flatMap(({ id, type, upcasts = [] }) =>
    upcasts.flatMap(({ to, code }) =>
      code ? [{ id: upcasterId(id, to), name: upcasterName(type, to), kind: 'upcaster' as const, files: code }] : [],
    ),
  );

export const upcasterName = (type: string, to: number): string => `The upcaster of ${type} from v${to - 1} to v${to}`;
