import type { FileAsRead, ModelFile } from './ModelFile.ts';
import { counted, type Mended } from './mended.ts';
import { withoutForeignBoardHistory } from './ownBoardHistory.ts';
import { withPlaces } from './placing.ts';

type Repair = (file: FileAsRead) => Mended<FileAsRead>;

/** Leaves out what points at nothing, finds places for what has none, and says so: one remark for each kind of thing. */
export const repair = (file: FileAsRead): { file: ModelFile; remarks: string[] } => {
  const remarks: (string | undefined)[] = [];
  let sound = file;
  for (const step of repairs) {
    const { file: after, remark } = step(sound);
    sound = after;
    remarks.push(remark);
  }
  const placed = withPlaces(sound);
  const whole = withoutForeignBoardHistory(placed.file);
  return {
    file: whole.file,
    remarks: [...remarks, placed.remark, whole.remark].filter((remark) => remark !== undefined),
  };
};

const idsOf = (records: readonly { id: string }[]): Set<string> => new Set(records.map(({ id }) => id));

type RecordList = 'definitions' | 'notes' | 'connections' | 'specifications' | 'views';

const withoutRepeatedIds =
  (list: RecordList): Repair =>
  (file) => {
    const seen = new Set<string>();
    const records: { id: string }[] = file[list] ?? [];
    const once = records.filter(({ id }) => !seen.has(id) && seen.add(id));
    const repeated = records.length - once.length;
    if (repeated === 0) return { file };
    const thing = counted(repeated, list === 'connections' ? 'arrow' : list.slice(0, -1));
    return { file: { ...file, [list]: once }, remark: `Left out ${thing} whose id is used twice.` };
  };

const withoutOrphanedNotes: Repair = (file) => {
  const definitions = idsOf(file.definitions);
  const notes = file.notes.filter(({ definitionId }) => definitions.has(definitionId));
  const orphans = file.notes.length - notes.length;
  if (orphans === 0) return { file };
  return {
    file: { ...file, notes },
    remark: `Left out ${counted(orphans, 'note')} of a definition that is not there.`,
  };
};

const withoutDanglingConnections: Repair = (file) => {
  const notes = idsOf(file.notes);
  const connections = file.connections.filter(({ from, to }) => notes.has(from) && notes.has(to));
  const dangling = file.connections.length - connections.length;
  if (dangling === 0) return { file };
  const thing = counted(dangling, 'arrow');
  return { file: { ...file, connections }, remark: `Left out ${thing} to or from a note that is not there.` };
};

/** As on the wall, where an arrow leads from one note to another. */
const withoutArrowsToThemselves: Repair = (file) => {
  const connections = file.connections.filter(({ from, to }) => from !== to);
  const looped = file.connections.length - connections.length;
  if (looped === 0) return { file };
  return { file: { ...file, connections }, remark: `Left out ${counted(looped, 'arrow')} from a note to itself.` };
};

/** As on the wall, where a second arrow from one note to another is none. */
const withoutDoubleArrows: Repair = (file) => {
  const seen = new Set<string>();
  const connections = file.connections.filter(({ from, to }) => {
    const ends = JSON.stringify([from, to]);
    return !seen.has(ends) && seen.add(ends);
  });
  const doubles = file.connections.length - connections.length;
  if (doubles === 0) return { file };
  const thing = counted(doubles, 'arrow');
  return { file: { ...file, connections }, remark: `Left out ${thing} between notes that another one leads between.` };
};

const withoutOrphanedSpecifications: Repair = (file) => {
  const kinds = new Map(file.definitions.map(({ id, kind }) => [id, kind]));
  const specifications = file.specifications.filter(({ definitionId, subject }) => kinds.get(definitionId) === subject);
  const orphans = file.specifications.length - specifications.length;
  if (orphans === 0) return { file };
  const thing = counted(orphans, 'specification');
  return {
    file: { ...file, specifications },
    remark: `Left out ${thing} of a decider or read model that is not there.`,
  };
};

/** A store keeps one command under each number: of two, one would be lost. */
const withOwnNumbers: Repair = (file) => {
  const { commands } = file.history;
  const repeated = commands.length - new Set(commands.map(({ sequence }) => sequence)).size;
  if (repeated === 0) return { file };
  const numbered = commands
    .toSorted((one, other) => one.sequence - other.sequence)
    .map((command, index) => ({ ...command, sequence: index + 1 }));
  return {
    file: { ...file, history: { ...file.history, commands: numbered } },
    remark: `Numbered the commands anew: ${repeated} had the number of another.`,
  };
};

const repairs: Repair[] = [
  withoutRepeatedIds('definitions'),
  withoutRepeatedIds('notes'),
  withoutRepeatedIds('connections'),
  withoutRepeatedIds('specifications'),
  withoutRepeatedIds('views'),
  withoutOrphanedNotes,
  withoutDanglingConnections,
  withoutArrowsToThemselves,
  withoutDoubleArrows,
  withoutOrphanedSpecifications,
  withOwnNumbers,
];
