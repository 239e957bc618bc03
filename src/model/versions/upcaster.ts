import type { DefinitionOf, Field, Upcast } from '../definitions.ts';
import { emptyValue } from '../fields/defaultData.ts';
import { noData, propertyKey, propertyOf, propertyText, quoted, typeName, typeText, unionText } from '../typeText.ts';
import { fieldsOfVersion, renamedField } from './fieldVersions.ts';

type EventDefinition = DefinitionOf<'event'>;

/** What the code of a step is called to the sandbox, to errors and to the editor. */
export const upcasterId = (definitionId: string, to: number): string => `${definitionId}-v${to}`;

const dataType = (name: string, version: number): string => `${typeName(name)}V${version}`;

/**
 * The `#model` of an upcaster: the data of both versions, what else it may answer, with the events of the wall, and what
 * the store keeps beside the data.
 */
export const typesOfUpcaster = (
  definition: EventDefinition,
  to: number,
  wall: readonly { name: string; fields: Field[] }[] = [],
): string =>
  [
    ...[to - 1, to].map((version) => dataText(definition, version)),
    `/** A stored event is read as its data in version ${to}, as none (null), or as the events of a list. */
export type ReadAs = ${dataType(definition.name, to)} | null | ReadEvent[];`,
    `/** With the place, the id and the metadata of what is stored. */
export type ReadEvent = ${unionText([
      eventText(definition.name, dataType(definition.name, to)),
      ...wall
        .filter(({ name }) => name !== definition.name)
        .map(({ name, fields }) => eventText(name, fieldsText(fields))),
    ])};`,
    `/** What is stored beside the data of an event. */
export type StoredMetadata = {
  eventId: string;
  streamName: string;
  streamPosition: number;
  globalPosition: number;
  recordedAt: string;
  schemaVersion: number;
  [added: string]: unknown;
};`,
  ].join('\n\n');

const dataText = (definition: EventDefinition, version: number): string => {
  const fields = fieldsOfVersion(definition, version);
  const name = dataType(definition.name, version);
  if (!fields) return `/** Nobody has kept what version ${version} looked like. */\nexport type ${name} = any;`;
  return `export type ${name} = ${fieldsText(fields)};`;
};

const fieldsText = (fields: readonly Field[]): string =>
  fields.length > 0 ? `{\n${fields.map((field) => `  ${propertyText(field)};`).join('\n')}\n}` : noData;

const eventText = (name: string, data: string): string => `{ type: ${quoted(name)}; data: ${data} }`;

/** A step to a version by code, begun with what is most likely meant. What it said as data goes into the code where that is known. */
export const begunUpcaster = (definition: EventDefinition, to: number): Upcast => {
  const present = (definition.upcasts ?? []).find((step) => step.to === to) ?? { to };
  const [from, next] = [fieldsOfVersion(definition, to - 1), fieldsOfVersion(definition, to)];
  const code = [{ path: `${dataType(definition.name, to)}.ts`, text: upcasterText(definition, to, from, next) }];
  if (!from || !next) return { ...present, code };
  return { to, ...(present.formerNames ? { formerNames: present.formerNames } : {}), code };
};

const upcasterText = ({ name }: EventDefinition, to: number, from?: Field[], next?: Field[]): string => {
  const [before, after] = [dataType(name, to - 1), dataType(name, to)];
  const properties = from && next ? copiedFields(from, next) : ['  ...data,\n'];
  return `import type { ${before}, ${after} } from '#model';

/**
 * How what was stored in version ${to - 1} is read as version ${to}. What is stored stays as it is. Returns the data;
 * or null to read it as no event, or a list of events (\`ReadAs\`).
 */
export const upcast = (data: ${before}): ${after} => ({
${properties.join('')}});
`;
};

/** Each field of the new version from where it most likely comes. */
const copiedFields = (from: Field[], next: Field[]): string[] => {
  const renamed = renamedField(from, next);
  return next.flatMap((field): string[] => {
    const source = from.find(({ name }) => name === (renamed?.to === field.name ? renamed.from : field.name));
    if (!source && field.optional) return [];
    const value = source ? taken(source, field) : JSON.stringify(field.example ?? emptyValue(field.type));
    return [`  ${propertyKey(field.name)}: ${value},\n`];
  });
};

const taken = (source: Field, field: Field): string => {
  const value = propertyOf('data', source.name);
  const fallback = JSON.stringify(field.example ?? emptyValue(field.type));
  const isMissing = source.optional && !field.optional;
  if (typeText(source.type) === typeText(field.type)) return isMissing ? `${value} ?? ${fallback}` : value;
  if (field.type.kind === 'number') return `Number(${value})`;
  if (typeText(field.type) === 'string') return `String(${value})`;
  return field.type.kind === 'list' && typeText(field.type.of) === typeText(source.type) ? `[${value}]` : fallback;
};
