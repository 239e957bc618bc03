import { execFileSync } from 'node:child_process';
import { chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A PostgreSQL of a test's own, in a folder that goes with it. */
export type Postgres = {
  /** A new empty database in it. */
  createDatabase(name: string): string;
  stop(): void;
};

/**
 * Starts Debian's PostgreSQL on a free port of this machine, installs it where it is missing and may be installed. It
 * refuses to run as root, so there it runs as the user that its package made.
 */
export const startPostgres = async (): Promise<Postgres> => {
  const programs = programFolder();
  const user = process.getuid?.() === 0 ? idsOf('postgres') : undefined;
  const folder = mkdtempSync(join(tmpdir(), 'replayground-postgres-'));
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  if (user) for (const path of [folder, data]) chownSync(path, user.uid, user.gid);
  const run = (program: string, ...parameters: string[]): string =>
    execFileSync(join(programs, program), parameters, {
      cwd: folder,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      ...user,
    });

  run('initdb', '-D', data, '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync');
  const port = await freePort();
  const settings = `-h 127.0.0.1 -p ${port} -k ${folder} -F`;
  run('pg_ctl', '-D', data, '-l', join(folder, 'log'), '-o', settings, '-w', 'start');
  return {
    createDatabase: (name) => {
      run('createdb', '-h', '127.0.0.1', '-p', `${port}`, '-U', 'postgres', name);
      return `postgres://postgres@127.0.0.1:${port}/${name}`;
    },
    stop: () => {
      run('pg_ctl', '-D', data, '-m', 'immediate', '-w', 'stop');
      rmSync(folder, { recursive: true, force: true });
    },
  };
};

const installed = '/usr/lib/postgresql';

const newestIn = (folder: string): string | undefined =>
  existsSync(folder)
    ? readdirSync(folder)
        .sort((one, other) => Number(other) - Number(one))
        .map((version) => join(folder, version, 'bin'))
        .find((programs) => existsSync(join(programs, 'initdb')))
    : undefined;

const programFolder = (): string => {
  const found = newestIn(installed);
  if (found) return found;
  try {
    execFileSync('apt-get', ['install', '-y', '--no-install-recommends', 'postgresql'], {
      stdio: 'pipe',
      env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    });
  } catch (error) {
    const why = 'PostgreSQL is not here and could not be installed. Run: sudo apt-get install postgresql';
    throw new Error(why, { cause: error });
  }
  const now = newestIn(installed);
  if (!now) throw new Error(`PostgreSQL was installed, but there is no initdb below ${installed}.`);
  return now;
};

const idsOf = (user: string): { uid: number; gid: number } => {
  const idOf = (flag: string): number => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }));
  return { uid: idOf('-u'), gid: idOf('-g') };
};

const freePort = (): Promise<number> =>
  new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address && typeof address === 'object' ? resolve(address.port) : reject(new Error('No port.')),
      );
    });
  });
