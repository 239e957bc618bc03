import type { Arrows } from '../arrows.ts';
import type { DefinitionOf } from '../definitions.ts';
import { propertyOf, quoted, typeName } from '../typeText.ts';
import { functionHead } from './functionHead.ts';
import { mergedFieldsType, sharedIdField } from './mergedFields.ts';

/** Working code: one document for each id that the events share (else for each stream), with what the events said last. */
export const readModelSkeleton = (arrows: Arrows, readModel: DefinitionOf<'read-model'>): string => {
  const events = arrows.into(readModel.id, 'event');
  const name = typeName(readModel.name);
  const idField = sharedIdField(events);
  const id = idField ? propertyOf('event.data', idField.name) : 'event.metadata.streamName';
  const types = events.map((event) => quoted(event.name)).join(', ');
  const comment = idField ? `What is known of one ${idField.name}.` : 'What is known of one stream.';
  const getDocumentId =
    events.length > 0
      ? `export const getDocumentId = (event: ${name}Event): string => ${id};`
      : `export const getDocumentId = (_event: ${name}Event): string => '';`;
  return [
    `import type { ${name}Event } from '#model';`,
    mergedFieldsType(name, comment, events),
    `export const canHandle: ${name}Event['type'][] = [${types}];`,
    getDocumentId,
    evolveText(name, events),
  ]
    .join('\n\n')
    .concat('\n');
};

const evolveText = (name: string, events: DefinitionOf<'event'>[]): string => {
  if (events.length === 0)
    return `export const evolve = (document: ${name} | null, _event: ${name}Event): ${name} | null => document;`;
  const cases = events.map(
    (event) => `    case ${quoted(event.name)}:\n      return { ...document, ...event.data };\n`,
  );
  const parameters = [`document: ${name} | null`, `event: ${name}Event`];
  return `${functionHead('evolve', parameters, `${name} | null`)} => {\n  switch (event.type) {\n${cases.join('')}  }\n};`;
};
