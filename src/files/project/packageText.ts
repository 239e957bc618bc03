import type { Program } from '#model';
import { asciiName } from './safeNames.ts';

/** Exact versions: Emmett is young, and what is promised of the project was tried with these. */
const versions = {
  dependencies: {
    '@event-driven-io/dumbo': '0.12.7',
    '@event-driven-io/emmett': '0.42.0',
    '@event-driven-io/emmett-postgresql': '0.42.0',
    '@event-driven-io/pongo': '0.16.11',
    'async-retry': '1.3.3',
    commander: '12.1.0',
    pg: '8.23.1',
    tsx: '4.23.15',
    uuid: '10.0.0',
  },
  devDependencies: {
    '@types/async-retry': '1.4.9',
    '@types/node': '20.19.43',
    '@types/pg': '8.23.1',
    typescript: '7.0.2',
    vitest: '4.1.12',
  },
};

/** Code may import Emmett by a shorter name, which the playground knows too. */
const shortName = { emmett: 'npm:@event-driven-io/emmett@0.42.0' };
const importsShortName = /from\s*['"]emmett['"]/u;

export const packageText = (name: string, { deciders, readModels, policies }: Program): string => {
  const code = [...deciders, ...readModels, ...policies].flatMap((module) => module.code);
  const isShort = code.some(({ text }) => importsShortName.test(text));
  return json({
    name: asciiName(name, '-'),
    version: '0.1.0',
    private: true,
    type: 'module',
    engines: { node: '>=20.19.0' },
    scripts: {
      start: 'tsx src/main.ts',
      seed: 'tsx src/seed.ts',
      rebuild: 'tsx src/rebuild.ts',
      test: 'vitest run',
      check: 'tsc --noEmit',
    },
    ...versions,
    dependencies: { ...versions.dependencies, ...(isShort ? shortName : {}) },
  });
};

const json = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

export const compilerText = json({
  compilerOptions: {
    target: 'ES2022',
    lib: ['ES2024'],
    module: 'ESNext',
    moduleResolution: 'bundler',
    allowImportingTsExtensions: true,
    strict: true,
    skipLibCheck: true,
    noEmit: true,
    types: ['node'],
  },
  include: ['src', '*.ts'],
});

/** The code was written for a place where local time is UTC. */
export const testConfigText = `import { defineConfig } from 'vitest/config';

process.env.TZ = 'UTC';

export default defineConfig({ test: { include: ['**/specifications.test.ts'], passWithNoTests: true } });
`;

export const composeText = `services:
  postgres:
    image: postgres:15
    environment:
      POSTGRES_PASSWORD: postgres
    ports:
      - '127.0.0.1:5432:5432'
    volumes:
      - events:/var/lib/postgresql/data
volumes:
  events:
`;

export const ignoreText = 'node_modules\n';
