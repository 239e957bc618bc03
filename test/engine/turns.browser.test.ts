import { describe, expect, it, onTestFinished } from 'vitest';
import { type Catalogue, openCatalogue } from '../../src/engine/catalogue/Catalogue.ts';
import { takeTurns } from '../../src/engine/turns.ts';

const openTestCatalogue = async (): Promise<Catalogue> => {
  const catalogue = await openCatalogue(`catalogue/${crypto.randomUUID()}`);
  onTestFinished(() => catalogue.close());
  return catalogue;
};

/** Someone who works while it is their turn, and says when it begins. */
const worker = (name: string, seen: string[]) => {
  let begin = (): void => undefined;
  const begun = new Promise<void>((resolve) => {
    begin = resolve;
  });
  const work = async (signal: AbortSignal): Promise<void> => {
    seen.push(`${name} begins`);
    begin();
    if (!signal.aborted) await new Promise((resolve) => signal.addEventListener('abort', resolve, { once: true }));
    seen.push(`${name} ends`);
  };
  return { work, begun };
};

describe.each([
  ['with Web Locks', () => navigator.locks],
  ['with a lease, where there are none', () => null],
])('turns %s', (_, locks) => {
  it('are one at a time: the next one begins when the one before is closed', async () => {
    const catalogue = await openTestCatalogue();
    const name = crypto.randomUUID();
    const seen: string[] = [];
    const [one, other] = [worker('one', seen), worker('other', seen)];
    const first = takeTurns(name, catalogue, one.work, locks());
    await one.begun;
    const second = takeTurns(name, catalogue, other.work, locks());

    await first.close();
    await other.begun;
    await second.close();

    expect(seen).toEqual(['one begins', 'one ends', 'other begins', 'other ends']);
  });

  it('are handed on to whoever waits', async () => {
    const catalogue = await openTestCatalogue();
    const name = crypto.randomUUID();
    const seen: string[] = [];
    const [one, other] = [worker('one', seen), worker('other', seen)];
    const first = takeTurns(name, catalogue, one.work, locks());
    await one.begun;
    const second = takeTurns(name, catalogue, other.work, locks());

    first.handOn();
    await other.begun;
    await Promise.all([first.close(), second.close()]);

    expect(seen.slice(0, 3)).toEqual(['one begins', 'one ends', 'other begins']);
  });
});
