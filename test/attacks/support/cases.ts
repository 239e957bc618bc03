import { readFileSync } from 'node:fs';
import { appOrigin, attackerAddress } from './servers.ts';

export type AttackCase = {
  id: string;
  group: string;
  title: string;
  code: string;
  expected: { outcome: 'value' | 'error' | 'timeout' | 'any'; match?: string; as?: 'diagnostic' };
  provenHarmfulWithoutSandbox: boolean;
  realm?: 'frame';
  timeoutMs?: number;
  now?: number;
};

const file = new URL('../../sandbox/cases/sandbox-attacks.json', import.meta.url);
const cases = JSON.parse(readFileSync(file, 'utf8')) as AttackCase[];

const upcasterFile = new URL('../../sandbox/cases/upcaster-attacks.json', import.meta.url);
/** Whole upcasters of `Happened`, which attack when stored events are read. */
export const upcasterCases = JSON.parse(readFileSync(upcasterFile, 'utf8')) as AttackCase[];

export const workerCases = cases.filter(({ realm }) => realm === undefined);
export const frameCases = cases.filter(({ realm }) => realm === 'frame');
export const harmfulCases = cases.filter((each) => each.provenHarmfulWithoutSandbox);

/** The attack with the addresses of this run in it; requests carry the case's id. */
export const codeOf = ({ id, code }: AttackCase): string =>
  code
    .replaceAll('%E%', `http://${attackerAddress}/hit/${id}`)
    .replaceAll('%W%', `ws://${attackerAddress}/hit/${id}`)
    .replaceAll('%A%', appOrigin);

/** Most cases show only the line that matters: the rest of a decider is added. */
export const deciderOf = (attack: AttackCase): string => {
  const code = codeOf(attack);
  const missing = Object.entries({
    initialState: 'export const initialState = () => ({ n: 0 });',
    evolve: 'export const evolve = (s: any, e: any) => ({ ...s, n: s.n + 1 });',
    decide: "export const decide = (c: any, s: any) => [{ type: 'Went', data: { x: 1 } }];",
  }).flatMap(([name, text]) =>
    new RegExp(`export (const|let|(async )?function) ${name}\\b`).test(code) ? [] : [text],
  );
  return [code, ...missing].join('\n');
};
