import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';

const execute = promisify(execFile);

/** Exported projects side by side in one folder, below one installation of what they need. */
export type Workbench = {
  folder: string;
  /** Unpacks a zip; answers its folder. */
  unpack(zip: Uint8Array): string;
  /** Runs a program of the installation; rejects with what it said. */
  run(program: string, parameters: string[], settings?: { cwd?: string; env?: Environment }): Promise<string>;
  remove(): void;
};
type Environment = { [name: string]: string };

export const openWorkbench = (): Workbench => {
  const folder = mkdtempSync(join(tmpdir(), 'replayground-projects-'));
  const unpack: Workbench['unpack'] = (zip) => {
    const files = Object.entries(unzipSync(zip));
    for (const [path, bytes] of files) {
      mkdirSync(dirname(join(folder, path)), { recursive: true });
      writeFileSync(join(folder, path), bytes);
    }
    return join(folder, files[0]?.[0].split('/')[0] ?? '');
  };
  const run: Workbench['run'] = async (program, parameters, { cwd = folder, env = {} } = {}) => {
    try {
      const { stdout, stderr } = await execute(program, parameters, { cwd, env: environment(folder, env) });
      return stdout + stderr;
    } catch (error) {
      const { stdout = '', stderr = '' } = error as { stdout?: string; stderr?: string };
      throw new Error(`${program} ${parameters.join(' ')} in ${cwd} failed.\n${stdout}${stderr}`, { cause: error });
    }
  };
  return { folder, unpack, run, remove: () => rmSync(folder, { recursive: true, force: true }) };
};

const environment = (folder: string, added: Environment): NodeJS.ProcessEnv => {
  const { NODE_OPTIONS: _options, VITEST: _vitest, NODE_ENV: _mode, ...inherited } = process.env;
  return { ...inherited, PATH: `${join(folder, 'node_modules/.bin')}:${process.env.PATH}`, ...added };
};

/** Installs once, for all of them, what one of them lists. */
export const installFor = async (bench: Workbench, project: string): Promise<void> => {
  for (const file of ['package.json', 'tsconfig.json', 'vitest.config.ts'])
    copyFileSync(join(project, file), join(bench.folder, file));
  await bench.run('npm', ['install', '--no-audit', '--no-fund', '--prefer-offline']);
};

export type RunningProject = {
  get(path: string): Promise<unknown>;
  post(path: string, body: object, type?: string): Promise<{ status: number; value: unknown }>;
  stop(): Promise<void>;
};

/** A test that fails stops nothing. */
const started = new Set<ChildProcess>();
process.once('exit', () => {
  for (const server of started) server.kill();
});

/** Starts a project on a free port, and waits until it says where it is. */
export const startProject = async (
  bench: Workbench,
  project: string,
  { parameters = [], env = {} }: { parameters?: string[]; env?: Environment },
): Promise<RunningProject> => {
  const server = spawn(process.execPath, ['--import', 'tsx', 'src/main.ts', ...parameters], {
    cwd: project,
    env: environment(bench.folder, { PORT: '0', ...env }),
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  started.add(server);
  const address = await addressSaidBy(server);
  const ask = async (path: string, init?: RequestInit): Promise<{ status: number; value: unknown }> => {
    const response = await fetch(`${address}${path}`, init);
    return { status: response.status, value: await response.json() };
  };
  return {
    get: async (path) => (await ask(path)).value,
    post: (path, body, type = 'application/json') =>
      ask(path, { method: 'POST', headers: { 'content-type': type }, body: JSON.stringify(body) }),
    stop: async () => {
      const ended = once(server, 'exit');
      server.kill('SIGTERM');
      await ended;
      started.delete(server);
    },
  };
};

const addressSaidBy = (server: ChildProcess): Promise<string> =>
  new Promise((resolve, reject) => {
    let said = '';
    const hear = (line: string): void => {
      said += `${line}\n`;
      const [address] = /http:\/\/localhost:\d+/u.exec(line) ?? [];
      if (address) resolve(address);
    };
    for (const stream of [server.stdout, server.stderr])
      if (stream) createInterface({ input: stream }).on('line', hear);
    server.once('exit', (code) => reject(new Error(`The project ended with ${code}.\n${said}`)));
  });
