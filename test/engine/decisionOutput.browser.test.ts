import { describe, expect, it } from 'vitest';
import { openTillTab } from './support/openTab.ts';
import { openTill, takeAmount, tillCode } from './support/till.ts';

/** Prints what it decides on, and an id that it draws. */
const talking = tillCode.replace(
  'export const decide = (command, state) => {',
  'export const decide = (command, state) => { console.log(state.status, command.type, crypto.randomUUID());',
);

describe('the output of a decision', () => {
  it('is had again for each recorded command, as of its version, and nothing is stored', async () => {
    const { tab } = await openTillTab({ decider: talking });
    const opened = await tab.submitCommand(openTill('1'));
    const taken = await tab.submitCommand(takeAmount('1', 500));
    const again = await tab.submitCommand(openTill('1'));

    const outputs = await Promise.all([opened, taken, again].map(({ record }) => tab.decisionOutput(record.commandId)));

    expect(outputs.map((lines) => lines.map(({ text }) => text.split(' ').slice(0, 2).join(' ')))).toEqual([
      ['new OpenTill'],
      ['open TakeAmount'],
      ['open OpenTill'],
    ]);
    expect(outputs).toEqual([opened, taken, again].map(({ notes }) => notes.logs));
    await tab.settled();
    expect(await tab.submitCommand(takeAmount('1', 1))).toMatchObject({ kind: 'appended', version: 3 });
  });

  it('is none of a command that nobody knows', async () => {
    const { tab } = await openTillTab();

    expect(await tab.decisionOutput('nobody')).toEqual([]);
  });
});
