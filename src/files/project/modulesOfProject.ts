import {
  type Board,
  type CodeFile,
  type DefinitionOf,
  type Program,
  recordOf,
  typeName,
  typesOf,
  typesOfUpcaster,
  type Upcast,
} from '#model';
import type { ProjectFile } from './ProjectFile.ts';
import { asciiName, namesOnce, safePath } from './safeNames.ts';

/** A piece of code of the model as the project holds it: in a folder of its own, beside the types of its notes. */
export type CodeModule = {
  /** Of the definition. */
  id: string;
  /** The folder's name, which also begins the identifier of its import. */
  name: string;
  /** From `src/`. */
  folder: string;
  /** From the folder. */
  entry: string;
  files: ProjectFile[];
};

export type ProjectModules = {
  deciders: CodeModule[];
  readModels: (CodeModule & { collection: string })[];
  policies: CodeModule[];
  upcasters: (CodeModule & { to: number })[];
};

/** What of the wall has code, each in its folder. */
export const modulesOfProject = (board: Board, program: Program): ProjectModules => {
  const inFolder =
    (folder: string, name: (wanted: string) => string = namesOnce()) =>
    ({ id, name: wanted, code }: { id: string; name: string; code: CodeFile[] }): CodeModule =>
      moduleIn({ id, folder, name: name(typeName(wanted)) }, code, typesOf(board, id));
  const collection = namesOnce();
  const upcasterName = namesOnce();
  const events = Object.values(board.definitions).filter((one) => one.kind === 'event');
  return {
    deciders: program.deciders.map(inFolder('deciders')),
    readModels: program.readModels.map(inFolder('read-models')).map((module) => ({
      ...module,
      collection: collection(asciiName(module.name, '_')),
    })),
    policies: program.policies.map(inFolder('policies')),
    upcasters: program.events.flatMap(({ id, type, upcasts = [] }) =>
      upcasts.flatMap(({ to, code }: Upcast) => {
        const definition = recordOf(board.definitions, id);
        if (!code || code.length === 0 || definition?.kind !== 'event') return [];
        const at = { id, folder: 'upcasters', name: upcasterName(`${typeName(type)}V${to}`) };
        return [{ ...moduleIn(at, code, typesOfUpcaster(definition as DefinitionOf<'event'>, to, events)), to }];
      }),
    ),
  };
};

type Place = { id: string; folder: string; name: string };

/** The person's files as they are, in `code/`, so that nothing of ours can stand in their way. */
const moduleIn = ({ id, folder: kind, name }: Place, code: readonly CodeFile[], types: string): CodeModule => {
  const folder = `${kind}/${name}`;
  const taken = new Set<string>();
  const once = (path: string): string => {
    let free = path;
    while (taken.has(free.toLowerCase())) free = free.replace(/\.ts$/u, '_.ts');
    taken.add(free.toLowerCase());
    return free;
  };
  const files = code.map(({ path, text }) => ({ path: `code/${once(safePath(path))}`, text }));
  return {
    id,
    name,
    folder,
    entry: files[0]?.path ?? '',
    files: [{ path: 'package.json', text: ownImports }, { path: 'model.ts', text: `${types}\n` }, ...files].map(
      (file) => ({ ...file, path: `src/${folder}/${file.path}` }),
    ),
  };
};

/** `#model` is another one in each folder: the types of the notes around this code. */
const ownImports = `${JSON.stringify({ type: 'module', imports: { '#model': './model.ts' } }, null, 2)}\n`;
