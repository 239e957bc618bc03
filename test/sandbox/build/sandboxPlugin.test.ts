import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { framePolicy, pagePolicy } from '../../../src/sandbox/build/sandboxPlugin.ts';

const supervisor = 'say("hello");';
const hash = `'sha256-${createHash('sha256').update(supervisor).digest('base64')}'`;

it('gives the page a policy that lets no code run but its own and the supervisor', () => {
  expect(pagePolicy(supervisor)).toBe(
    `default-src 'self'; script-src 'self' ${hash}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; ` +
      "font-src 'self' data:; connect-src 'self'; worker-src 'self' blob:; frame-src 'none'; object-src 'none'; " +
      "base-uri 'none'; form-action 'none'",
  );
});

it('gives the frame a policy that lets nothing in and nothing out', () => {
  expect(framePolicy(supervisor)).toBe(
    `default-src 'none'; script-src ${hash}; worker-src blob:; base-uri 'none'; form-action 'none'`,
  );
});
