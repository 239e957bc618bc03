// Runs before the browser tests: finds a Chromium, or installs one where that is possible.
import { spawnSync } from 'node:child_process';
import { findChromium, onPath } from './findChromium.mjs';

/** @param {string} program @param {string[]} parameters */
const run = (program, parameters) =>
  spawnSync(program, parameters, {
    stdio: ['ignore', 'inherit', 'inherit'],
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
    shell: process.platform === 'win32',
  }).status === 0;

const isRootOnDebian = process.getuid?.() === 0 && onPath('apt-get') !== undefined;

const install = () => {
  console.log('No Chromium found, installing one …');
  if (isRootOnDebian && run('apt-get', ['update', '-qq']))
    run('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium']);
  else run('npx', ['playwright', 'install', 'chromium']);
};

if (!findChromium()) install();

if (!findChromium()) {
  console.error(
    'The tests need a Chromium, and none could be found or installed. Set CHROMIUM_PATH to one, or install Chrome or Chromium ' +
      '(Debian: apt-get install chromium; elsewhere: npx playwright install chromium).',
  );
  process.exit(1);
}
