import { bigModel } from './bigModel.mjs';
import { median } from './figures.mjs';
import { installProbe } from './stepProbe.mjs';

const notes = 200;
const slices = 20;
const events = 600;
/** A way through the wall is a command, a decider, an event, a read model, a policy and the arrows between them. */
const mostOfWay = 9;
const secondsOfPlay = 6;

/** Orders that are placed and canceled in one slice after the other. @param {number} index */
const recorded = (index) => {
  const slice = index % slices;
  const order = Math.floor(index / slices / 2);
  const isPlaced = Math.floor(index / slices) % 2 === 0;
  const type = `Order${isPlaced ? 'Placed' : 'Canceled'}${slice}`;
  const recordedAt = new Date(Date.UTC(2026, 0, 1) + index * 1000).toISOString();
  const metadata = {
    eventId: `event-${index}`,
    streamName: `Order${slice}-order-${order}`,
    streamPosition: isPlaced ? 1 : 2,
    globalPosition: index + 1,
    recordedAt,
    schemaVersion: 1,
  };
  return { type, data: { orderId: `order-${order}`, amount: 120 }, metadata };
};

const model = () => ({
  ...bigModel(notes),
  history: { events: Array.from({ length: events }, (_, index) => recorded(index)), commands: [] },
});

/** In the page: notes and arrows that the page changes at each of some steps. @param {number} steps */
const partsOfSteps = async (steps) => {
  const { replayground, probe } = /** @type {any} */ (window);
  const painted = () => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  const parts = [];
  for (let step = 0; step < steps; step += 1) {
    probe.start();
    await replayground.seek(100 + step);
    await painted();
    parts.push(probe.stop().parts);
  }
  return parts;
};

/** In the page: tasks over 50 ms, and how far playing gets. @param {number} seconds */
const play = async (seconds) => {
  const { replayground } = /** @type {any} */ (window);
  /** @type {number[]} */
  const long = [];
  await replayground.seek(0);
  const observer = new PerformanceObserver((list) => long.push(...list.getEntries().map(({ duration }) => duration)));
  observer.observe({ type: 'longtask' });
  const button = document.querySelector('button[aria-label="Play"]');
  if (!(button instanceof HTMLElement)) throw new Error('There is nothing to play.');
  const field = document.querySelector('input[aria-label="Go to event number"]');
  if (!(field instanceof HTMLInputElement)) throw new Error('Nothing says where the cursor is.');
  /** @type {Set<string>} */
  const drawn = new Set();
  let isOver = false;
  const look = () => {
    drawn.add(field.value);
    if (!isOver) requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  button.click();
  await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  const position = await replayground.position();
  isOver = true;
  observer.disconnect();
  return { long, stepsPerSecond: position / seconds, drawnPerSecond: drawn.size / seconds };
};

/**
 * P9: playing at 60 steps a second with a wall of 200 notes in sight.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address of the built app
 * @returns {Promise<import('./run.mjs').Row>}
 */
export const measurePlaying = async (browser, address) => {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  await page.addInitScript(installProbe);
  await page.goto(address);
  await page.waitForFunction(() => window.replayground !== undefined);
  await page.evaluate((opened) => window.replayground?.openModel(opened), model());
  await page.getByRole('button', { name: 'Fit everything' }).click();
  await page.getByRole('combobox', { name: 'Speed' }).selectOption('60/s');
  const parts = await page.evaluate(partsOfSteps, 30);
  const played = await page.evaluate(play, secondsOfPlay);
  await page.close();
  const longest = Math.max(0, ...played.long).toFixed(0);
  return {
    id: 'P9',
    what: `playing at 60 steps a second, ${notes} notes in sight`,
    target: 'only notes on the ways of the two events change; no task over 50 ms',
    measured: `${median(parts)} notes and arrows a step, ${Math.max(...parts)} at most; ${played.long.length} tasks over 50 ms in ${secondsOfPlay} s, longest ${longest} ms; ${played.stepsPerSecond.toFixed(0)} steps a second, ${played.drawnPerSecond.toFixed(0)} of them drawn`,
    // What is drawn decides; times depend on the machine.
    passed: Math.max(...parts) <= 2 * mostOfWay,
    raw: { parts, ...played },
  };
};
