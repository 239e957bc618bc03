import type { Definition, DefinitionOf, Field } from '#model';

/** `CartOpened` → `cart-opened`: ids in files stay readable, and stay when the name changes. */
const idOf = (name: string): string =>
  name
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .replace(/[^A-Za-z]+/g, '-')
    .replace(/^-|-$/g, '')
    .toLowerCase();

export const command = (name: string, ...fields: Field[]): DefinitionOf<'command'> => ({
  id: idOf(name),
  kind: 'command',
  name,
  fields,
});

export const event = (name: string, ...fields: Field[]): DefinitionOf<'event'> => ({
  id: idOf(name),
  kind: 'event',
  name,
  fields,
  schemaVersion: 1,
});

/** A decider whose category of streams is its name. */
export const decider = (name: string, idField: string, text: string): DefinitionOf<'decider'> => ({
  id: idOf(name),
  kind: 'decider',
  name,
  category: name,
  idField,
  code: [{ path: `${name}.ts`, text }],
});

export const readModel = (name: string, text: string): DefinitionOf<'read-model'> => ({
  id: idOf(name),
  kind: 'read-model',
  name,
  lifecycle: 'inline',
  code: [{ path: `${name}.ts`, text }],
});

/** Named as a sentence ("whenever …, then …"), so its file has a name of its own. */
export const policy = (name: string, path: string, text: string): DefinitionOf<'policy'> => ({
  id: idOf(path.replace(/\.ts$/, '')),
  kind: 'policy',
  name,
  isOn: true,
  code: [{ path, text }],
});

export const actor = (name: string): Definition => ({ id: idOf(name), kind: 'actor', name });

/** A frame whose events are private to what lies in it. */
export const context = (name: string): Definition => ({ id: idOf(name), kind: 'frame', name, isContext: true });

export const hotspot = (name: string): Definition => ({ id: idOf(name), kind: 'hotspot', name });
