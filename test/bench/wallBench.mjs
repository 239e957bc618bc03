import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';
import { bigModel } from './bigModel.mjs';
import { median } from './figures.mjs';
import { installProbe, watchOpening } from './stepProbe.mjs';
import { gestures, middleOf, nodeOf, settle } from './wallGestures.mjs';

/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {import('@playwright/test').BrowserContext} Context
 * @typedef {import('./run.mjs').Row} Row
 * @typedef {{ renders: number, elements: number, parts: number }} Counts
 */

const noteCount = 1000;
const model = bigModel(noteCount);
const expected = { notes: model.notes.length, arrows: model.connections.length };
const steps = 6;

/** Grid, guides and the zoom's figure follow a step of any gesture, however many notes there are. */
const mostMoreRenders = 10;

/** As in `bareWall.html`. */
const bareToolbarHeight = 32;

/** Where the bare wall takes its names from; ours takes them from a note of which no code speaks. */
const typedNote = nodeOf('note-screen-44');

/** @type {{ [name: string]: import('./wallGestures.mjs').Side }} */
const sides = {
  ours: {
    untilReady: async (page) => {
      await page.waitForFunction(() => window.replayground !== undefined);
      await page.evaluate(() => window.replayground?.settled());
    },
    selectAll: (page) => page.keyboard.press('ControlOrMeta+a'),
    // Else each run would find the notes where the one before has left them.
    takeBack: (page) => page.keyboard.press('ControlOrMeta+z'),
    startTyping: async (page) => {
      await page.keyboard.press('Escape');
      const { x, y } = await middleOf(page, typedNote);
      await page.mouse.dblclick(x, y);
      await page.locator(`${typedNote} input`).waitFor();
    },
  },
  bare: {
    untilReady: async () => {},
    selectAll: (page) => page.getByRole('button', { name: 'Select all' }).click(),
    takeBack: async () => {},
    startTyping: (page) => page.getByRole('textbox', { name: 'Name' }).focus(),
  },
};

/** The bare wall, built as the app is, in a folder of its own. */
const buildBareWall = async () => {
  const outDir = mkdtempSync(join(tmpdir(), 'bare-wall-'));
  const root = fileURLToPath(new URL('.', import.meta.url));
  const input = join(root, 'bareWall.html');
  await build({
    root,
    configFile: false,
    logLevel: 'error',
    base: './',
    plugins: [react()],
    build: { outDir, emptyOutDir: true, target: 'es2022', rolldownOptions: { input } },
  });
  writeFileSync(join(outDir, 'model.json'), JSON.stringify(model));
  const server = await preview({ root, configFile: false, logLevel: 'error', build: { outDir }, preview: { port: 0 } });
  const close = async () => {
    await server.close();
    rmSync(outDir, { recursive: true });
  };
  return { address: `${server.resolvedUrls?.local[0]}bareWall.html`, close };
};

/** Milliseconds that the page's main thread has worked so far; what other programs do meanwhile does not count. @param {import('@playwright/test').CDPSession} session */
const taskTime = async (session) => {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find(({ name }) => name === 'TaskDuration')?.value ?? 0) * 1000;
};

/**
 * Opens the wall and goes through all gestures.
 * @param {Context} context @param {string} address @param {'ours' | 'bare'} name
 * @param {{ width: number, height: number }} viewport @param {boolean} isCounting
 */
const runOnce = async (context, address, name, viewport, isCounting) => {
  const side = sides[name];
  if (!side) throw new Error(`There is no wall named ${name}.`);
  const page = await context.newPage();
  await page.setViewportSize(viewport);
  await page.addInitScript(watchOpening, expected);
  if (isCounting) await page.addInitScript(installProbe);
  await page.goto(address);
  const opening = await page.evaluate(() => /** @type {Promise<number>} */ (/** @type {any} */ (window).opened));
  const elements = await page.evaluate(() => document.querySelectorAll('.react-flow__nodes *').length);
  await side.untilReady(page);
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable', { timeDomain: 'threadTicks' });
  /** @type {{ [gesture: string]: Partial<Counts> & { milliseconds: number, letGo: number } }} */
  const measured = {};
  for (const gesture of gestures) {
    await gesture.begin(page, side);
    await settle(page);
    if (isCounting) await page.evaluate(() => /** @type {any} */ (window).probe.start());
    const before = await taskTime(session);
    for (let step = 0; step < steps; step += 1) {
      await gesture.step(page, step);
      await settle(page);
    }
    const after = await taskTime(session);
    const counts = isCounting ? await page.evaluate(() => /** @type {any} */ (window).probe.stop()) : {};
    await gesture.end(page);
    await settle(page);
    const letGo = (await taskTime(session)) - after;
    await gesture.restore?.(page, side);
    await settle(page);
    measured[gesture.name] = { ...counts, milliseconds: (after - before) / steps, letGo };
  }
  await page.close();
  return { opening, elementsPerNote: elements / expected.notes, measured };
};

/** @typedef {Awaited<ReturnType<typeof runOnce>>} Run */
/** @typedef {{ ours: Run[], bare: Run[] }} Results */

/** @param {string} what @param {string} target @param {string} measured @param {boolean | null} passed @param {unknown} raw @returns {Row} */
const row = (what, target, measured, passed, raw) => ({ id: 'P10', what, target, measured, passed, raw });

/** Ours and the bare one's, gesture by gesture. @param {Results} results @param {(of: Run[], gesture: string) => number} figure */
const byGesture = ({ ours, bare }, figure) =>
  gestures.map(({ name }) => ({ name, ours: figure(ours, name), bare: figure(bare, name) }));

/** @param {ReturnType<typeof byGesture>} figures @param {number} digits */
const inWords = (figures, digits = 0) =>
  figures.map(({ name, ours, bare }) => `${name} ${ours.toFixed(digits)} : ${bare.toFixed(digits)}`).join(', ');

/** @param {Results} results @returns {Row[]} */
const rowsOf = (results) => {
  const [, ...ours] = results.ours;
  const [, ...bare] = results.bare;
  const openings = { ours: ours.map(({ opening }) => opening), bare: bare.map(({ opening }) => opening) };
  const ratio = median(openings.ours.map((time, run) => time / (openings.bare[run] ?? time)));
  const parts = byGesture(results, ([first], gesture) => first?.measured[gesture]?.parts ?? 0);
  const renders = byGesture(results, ([first], gesture) => (first?.measured[gesture]?.renders ?? 0) / steps);
  const milliseconds = byGesture(results, ([, ...timed], gesture) =>
    median(timed.map(({ measured }) => measured[gesture]?.milliseconds ?? 0)),
  );
  const elements = [results.ours[0]?.elementsPerNote ?? 0, results.bare[0]?.elementsPerNote ?? 0];
  return [
    row(
      `a page with ${noteCount} notes and their arrows, from asking for it until all is painted, against bare React Flow`,
      'at most 1.5 times the time',
      `${ratio.toFixed(2)} times (${median(openings.ours).toFixed(0)} : ${median(openings.bare).toFixed(0)} ms), median of ${ours.length} runs`,
      ratio <= 1.5,
      openings,
    ),
    row(
      `notes and arrows changed in ${steps} steps of a gesture, ours : bare`,
      'no more than bare React Flow',
      inWords(parts),
      parts.every((part) => part.ours <= part.bare),
      parts,
    ),
    row(
      'components rendered in one step of a gesture, ours : bare',
      `at most ${mostMoreRenders} more than bare React Flow`,
      inWords(renders),
      renders.every((render) => render.ours <= render.bare + mostMoreRenders),
      renders,
    ),
    row(
      "milliseconds of the page's thread in one step, ours : bare",
      'reported: they depend on the machine',
      inWords(milliseconds, 1),
      null,
      { milliseconds, runs: results },
    ),
    row(
      'elements of a note with everything in view, ours : bare',
      'reported',
      elements.map((count) => count.toFixed(1)).join(' : '),
      null,
      elements,
    ),
  ];
};

/** Opens the model in the app, for later visits to find it. Answers the wall's size. @param {Context} context @param {string} address */
const openInApp = async (context, address) => {
  const page = await context.newPage();
  await page.setViewportSize({ width: 1440, height: 900 });
  await page.goto(address);
  await page.waitForFunction(() => window.replayground !== undefined);
  await page.evaluate(async (text) => window.replayground?.openModel(text), JSON.stringify(model));
  const size = await page.locator('.react-flow').boundingBox();
  await page.close();
  if (!size) throw new Error('The app shows no wall.');
  return { width: Math.round(size.width), height: Math.round(size.height) };
};

/**
 * P10: a wall of 1,000 notes beside React Flow as it comes, with the same notes, arrows and size on screen.
 * @param {import('@playwright/test').Browser} browser
 * @param {string} address of the built app
 * @param {number} runs the first one warms up, and is where renders and elements are counted: counting takes time
 * @returns {Promise<Row[]>}
 */
export const measureBigWall = async (browser, address, runs = 6) => {
  const bareWall = await buildBareWall();
  const context = await browser.newContext();
  // As for somebody who has closed the inspector: both walls show all notes, also once one is selected.
  await context.addInitScript(() => localStorage.setItem('replayground.inspector', 'closed'));
  const wallSize = await openInApp(context, address);
  /** @type {Results} */
  const results = { ours: [], bare: [] };
  for (let run = 0; run < runs; run += 1) {
    results.ours.push(await runOnce(context, address, 'ours', { width: 1440, height: 900 }, run === 0));
    const bareSize = { width: wallSize.width, height: wallSize.height + bareToolbarHeight };
    results.bare.push(await runOnce(context, bareWall.address, 'bare', bareSize, run === 0));
  }
  await context.close();
  await bareWall.close();
  return rowsOf(results);
};
