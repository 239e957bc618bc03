import { type Attack, type Ended, runAttack, runHarmless } from './runAttack.ts';
import { harmToSecrets, plantSecrets } from './secrets.ts';
import { runInFrame, runWithoutSandbox } from './withoutSandbox.ts';

export type Report = Ended & { harm: string[]; longestGap: number; next: string; messages: string[] };

/** Whether the app's own thread stays alive: the longest time between two of its timers. */
let longestGap = 0;
let last = performance.now();
setInterval(() => {
  const present = performance.now();
  longestGap = Math.max(longestGap, present - last);
  last = present;
}, 20);

/** Messages to the app's window that are not the frame's greeting. */
const messages: string[] = [];
addEventListener('message', ({ data, origin }) => {
  if (!String(data?.type).startsWith('replayground')) messages.push(`${origin} ${JSON.stringify(data)}`.slice(0, 200));
});

const attack = async (wanted: Attack): Promise<Report> => {
  longestGap = 0;
  messages.length = 0;
  const ended = await runAttack(wanted);
  const next = await runHarmless();
  return { ...ended, next, longestGap: Math.round(longestGap), messages, harm: await harmToSecrets() };
};

const attackFrame = async (code: string, page: string): Promise<{ words: string; harm: string[] }> => ({
  words: await runInFrame(code, page),
  harm: await harmToSecrets(),
});

const attackWithoutSandbox = async (text: string): Promise<string[]> => {
  await runWithoutSandbox(text);
  return harmToSecrets();
};

await plantSecrets();
Object.assign(window, { lab: { attack, attackFrame, attackWithoutSandbox } });
