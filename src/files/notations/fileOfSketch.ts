import { type Definition, type Lens, layersOf, mayFollow, type Note, newNote, placesOf, tidied } from '#model';
import { formatVersion, type ModelFile } from '../ModelFile.ts';
import { fingerprintOf } from './names.ts';
import type { Sketch } from './sketch.ts';

/** Notes begin one below the other, in the order of the file: arranging keeps what is above above. */
const rowHeight = 160;
const frameWidth = 400;

const noteOf = (definition: Definition, row: number): Note =>
  newNote(`${definition.id}-note`, definition.id, { x: 80, y: row * rowHeight });

/** A frame around each context with its members in it, then what stands in none. */
const firstPlaces = ({ things, contexts }: ReturnType<Sketch['all']>): { frames: Definition[]; notes: Note[] } => {
  const frames: Definition[] = [];
  const notes: Note[] = [];
  let row = 0;
  for (const [name, members] of contexts) {
    const frame: Definition = { id: `frame-${frames.length + 1}`, kind: 'frame', name, isContext: true };
    const height = (members.size + 1) * rowHeight;
    frames.push(frame);
    notes.push({ ...noteOf(frame, row), x: 0, width: frameWidth, height });
    row += 0.5;
    for (const member of members) notes.push(noteOf(member, row++));
    row += 1.5;
  }
  const held = new Set([...contexts.values()].flatMap((members) => [...members]));
  for (const one of things) if (!held.has(one)) notes.push(noteOf(one, row++));
  return { frames, notes };
};

const arranged = (
  notes: readonly Note[],
  definitions: readonly Definition[],
  connections: ModelFile['connections'],
) => {
  const board = {
    notes: Object.fromEntries(notes.map((note) => [note.id, note])),
    definitions: Object.fromEntries(definitions.map((definition) => [definition.id, definition])),
  };
  const places = new Map(tidied(placesOf(board), connections).map((place) => [place.noteId, place]));
  return notes.map((note): Note => {
    const place = places.get(note.id);
    return place ? { ...note, ...place.at, ...place.size } : note;
  });
};

/** Above this a wall takes more than half a second to be laid out, or for ever. */
const mostEffort = 5_000_000;

const tangleRemark = 'It has too many arrows to be laid out along time: notes stand one below the other.';

/** How much there is to do to lay arrows out without many crossings: by columns that they pass, and in each of these. */
const effortOf = ({ things, arrows }: ReturnType<Sketch['all']>): number => {
  const { layers, forward } = layersOf(
    things.map(({ id }) => id),
    arrows.map(({ from, to }) => [from.id, to.id]),
  );
  const columns = Math.max(0, ...layers.values()) + 1;
  const passing = Array.from({ length: columns }, () => 0);
  for (const [from, to] of forward)
    for (let layer = layers.get(from) ?? 0; layer < (layers.get(to) ?? 0); layer += 1)
      passing[layer] = (passing[layer] ?? 0) + 1;
  return passing.reduce((sum, count) => sum + count * (count + columns), 0);
};

/** Event modeling is looked at with its own lens, unless deciders or reactions to events speak of another. */
const lensFor = ({ things, arrows }: ReturnType<Sketch['all']>): Lens =>
  things.some(({ kind }) => kind === 'decider') ||
  arrows.some(({ from, to }) => from.kind === 'event' && to.kind === 'policy')
    ? 'design'
    : 'event-modeling';

/** A sketch as a model's file, laid out along time. `text` is what was read: the model's id is made of it. */
export const fileOfSketch = (
  sketch: Sketch,
  { text, name }: { text: string; name: string },
): { file: ModelFile; remarks: string[] } => {
  const all = sketch.all();
  const lens = lensFor(all);
  for (const { from, to } of all.arrows)
    if (!mayFollow(from.kind, to.kind, lens))
      sketch.remark(`An arrow that the notation does not know was kept: ${from.name} → ${to.name}.`);
  const isTangle = effortOf(all) > mostEffort;
  const { frames, notes } = firstPlaces(all);
  const definitions = [...all.things, ...frames];
  const connections = all.arrows.map(({ from, to }, index) => ({
    id: `arrow-${index + 1}`,
    from: `${from.id}-note`,
    to: `${to.id}-note`,
  }));
  const file: ModelFile = {
    format: 'replayground',
    formatVersion,
    modelId: `imported-${fingerprintOf(text)}`,
    name,
    settings: { clock: { kind: 'real' }, storeAsJson: true, lens },
    definitions,
    notes: isTangle ? notes : arranged(notes, definitions, connections),
    connections,
    specifications: all.specifications,
    history: { events: [], commands: [] },
  };
  const { remarks } = sketch.all();
  return { file, remarks: isTangle ? [tangleRemark, ...remarks] : remarks };
};
