import type { Board, Connection, Definition, Note, Specification } from '#model';

const oneMinute = 60_000;

/** The clock stands still between commands and moves on by a minute with each: a demonstration is the same twice. */
export const sampleBoard = (parts: {
  modelId: string;
  name: string;
  startsAt: string;
  definitions: Definition[];
  notes: Note[];
  connections: Connection[];
  specifications: Specification[];
}): Board => ({
  modelId: parts.modelId,
  name: parts.name,
  settings: { clock: { kind: 'stopped', startsAt: parts.startsAt, stepMs: oneMinute }, storeAsJson: true },
  definitions: byId(parts.definitions),
  notes: byId(parts.notes),
  connections: byId(parts.connections),
  specifications: byId(parts.specifications),
});

const byId = <Item extends { id: string }>(items: Item[]): { [id: string]: Item } =>
  Object.fromEntries(items.map((item) => [item.id, item]));
