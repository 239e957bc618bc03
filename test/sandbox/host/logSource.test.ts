import { describe, expect, it } from 'vitest';
import type { LogPage } from '#sandbox';
import { createLogSource } from '../../../src/sandbox/host/logSource.ts';
import { WorkerMemory } from '../../../src/sandbox/host/WorkerMemory.ts';

/** A log of pages of ten events each, which may grow, and what was asked of it. */
const growingLog = (events: number) => {
  const log = { events, asked: [] as number[] };
  const read = async (from: number): Promise<LogPage> => {
    log.asked.push(from);
    const first = from - ((from - 1) % 10);
    const lastPosition = Math.min(first + 9, log.events);
    return { text: `${first} to ${lastPosition}`, lastPosition, isEnd: lastPosition === log.events };
  };
  return Object.assign(log, { read });
};

/** Whatever was begun has been read by then. */
const allRead = (): Promise<void> => new Promise((resolve) => setTimeout(resolve));

const openSource = (events: number) => {
  const log = growingLog(events);
  const source = createLogSource();
  source.readBy(log.read);
  const memory = new WorkerMemory();
  const textsAt = async (position: number): Promise<string[]> => {
    const texts = (await source.pagesAt(memory, position)).map(({ text }) => text);
    await allRead();
    return texts;
  };
  return { log, textsAt };
};

describe('The pages of the log', () => {
  it('come several at a time once they are asked for one after the other, each once', async () => {
    const { log, textsAt } = openSource(100);

    expect(await textsAt(1)).toEqual(['1 to 10']);
    expect(await textsAt(11)).toEqual(['11 to 20']);
    expect(await textsAt(21)).toEqual(['21 to 30', '31 to 40']);
    expect(await textsAt(41)).toEqual(['41 to 50', '51 to 60', '61 to 70', '71 to 80']);
    expect(await textsAt(81)).toEqual(['81 to 90', '91 to 100']);
    expect(log.asked).toEqual([1, 11, 21, 31, 41, 51, 61, 71, 81, 91]);
  });

  it('begin anew where another position is asked for', async () => {
    const { textsAt } = openSource(100);
    await textsAt(1);

    expect(await textsAt(55)).toEqual(['51 to 60']);
    expect(await textsAt(61)).toEqual(['61 to 70']);
  });

  it('end with the log, and go on once it has grown', async () => {
    const { log, textsAt } = openSource(14);
    expect(await textsAt(1)).toEqual(['1 to 10']);
    expect(await textsAt(11)).toEqual(['11 to 14']);
    expect(await textsAt(15)).toEqual([]);

    log.events = 17;

    expect(await textsAt(15)).toEqual(['11 to 17']);
  });

  it('are asked for again where they could not be read', async () => {
    const log = growingLog(30);
    const source = createLogSource();
    let isBroken = true;
    source.readBy(async (from) => {
      if (isBroken) throw new Error('The disk is gone.');
      return log.read(from);
    });
    const memory = new WorkerMemory();
    await expect(source.pagesAt(memory, 1)).rejects.toThrow('The disk is gone.');

    isBroken = false;

    expect((await source.pagesAt(memory, 1)).map(({ text }) => text)).toEqual(['1 to 10']);
  });
});
