import type { Board, Field, FieldType, Json, Program, Upcast } from '#model';
import { literal } from './literal.ts';
import type { CodeModule, ProjectModules } from './modulesOfProject.ts';

/** `src/model.ts`: what stands on the wall, with its code. */
export const registryText = ({ name }: Board, program: Program, modules: ProjectModules): string => {
  const lists = {
    deciders: program.deciders.map(({ id, name: called, category, idField }) =>
      entry({ id, name: called, category, idField }, moduleOf(modules.deciders, id), 'Decider'),
    ),
    readModels: program.readModels.map(({ id, name: called, deafTo = [] }) => {
      const module = modules.readModels.find((one) => one.id === id);
      return entry({ id, name: called, collection: module?.collection ?? '', deafTo }, module, 'ReadModel');
    }),
    policies: program.policies.map(({ id, name: called, hears, isOn, process, publishes }) =>
      entry(
        { id, name: called, hears, isOn, ...(process && { process }), ...(publishes && { publishes }) },
        moduleOf(modules.policies, id),
        'Policy',
      ),
    ),
    events: program.events.map(({ id, type, formerNames, schemaVersion, upcasts = [] }) =>
      listed([
        ...properties({ type, formerNames, schemaVersion }),
        `upcasts: [${upcasts.map((upcast) => upcastText(id, upcast, modules)).join(', ')}]`,
      ]),
    ),
    commands: program.commands.map(({ type, formerNames = [], deciderId = '', fields }) =>
      listed(properties({ type, formerNames, deciderId, fields: fields.map(fieldOf) })),
    ),
  };
  return `${imports(modules)}
/** What stands on the wall, with its code. */
export const model: Model = {
  name: ${literal(name)},
${Object.entries(lists)
  .map(([list, entries]) => `  ${list}: [${entries.length > 0 ? `\n${entries.join('')}  ` : ''}],\n`)
  .join('')}};
`;
};

const imports = (modules: ProjectModules): string => {
  const lines = (kind: string, list: readonly CodeModule[]): string[] =>
    list.map((module) => `import * as ${module.name}${kind} from ${literal(`./${module.folder}/${module.entry}`)};\n`);
  return [
    ...lines('Decider', modules.deciders),
    "import type { Model } from './core/Model.ts';\n",
    ...lines('Policy', modules.policies),
    ...lines('ReadModel', modules.readModels),
    ...lines('Upcaster', modules.upcasters),
  ].join('');
};

const moduleOf = (modules: readonly CodeModule[], id: string): CodeModule | undefined =>
  modules.find((module) => module.id === id);

const properties = (values: { [name: string]: Json }): string[] =>
  Object.entries(values).map(([name, value]) => `${name}: ${literal(value, '      ')}`);

const listed = (lines: readonly string[]): string =>
  `    {\n${lines.map((line) => `      ${line},\n`).join('')}    },\n`;

const entry = (values: { [name: string]: Json }, module: CodeModule | undefined, kind: string): string =>
  listed([...properties(values), `code: ${module ? `${module.name}${kind}` : '{}'}`]);

const upcastText = (eventId: string, { code: _code, ...data }: Upcast, { upcasters }: ProjectModules): string => {
  const module = upcasters.find(({ id, to }) => id === eventId && to === data.to);
  const text = literal(data as Json, '      ');
  return module ? `{ ...${text}, code: ${module.name}Upcaster }` : text;
};

/** Validation asks for names and types alone. */
const fieldOf = ({ name, type, optional }: Field): Json => ({
  name,
  type: typeOf(type),
  ...(optional ? { optional } : {}),
});

const typeOf = (type: FieldType): Json => {
  switch (type.kind) {
    case 'object':
      return { kind: type.kind, fields: type.fields.map(fieldOf) };
    case 'list':
      return { kind: type.kind, of: typeOf(type.of) };
    case 'choice':
      return { kind: type.kind, choices: type.choices };
    default:
      return { kind: type.kind };
  }
};
