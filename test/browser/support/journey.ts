import { test as base, expect, type Page } from '@playwright/test';

export { expect } from '@playwright/test';

/** What Playwright says where it keeps the service worker out, as the configuration asks. */
const workerKeptOut = 'Service Worker registration blocked by Playwright';

/** Every journey fails over anything that the page prints as a warning or an error, in whatever page or tab. */
export const test = base.extend<{ quietConsole: undefined }>({
  quietConsole: [
    async ({ context }, use) => {
      const noise: string[] = [];
      context.on('console', (message) => {
        if (!['warning', 'error'].includes(message.type()) || message.text() === workerKeptOut) return;
        noise.push(`${message.type()}: ${message.text()}`);
      });
      context.on('weberror', (error) => noise.push(`uncaught: ${error.error().message}`));
      await use(undefined);
      expect(noise).toEqual([]);
    },
    { auto: true },
  ],
});

/** Waits until the model is on the wall and its code can run. */
const untilReady = async (page: Page): Promise<void> => {
  await expect(page.getByRole('application')).toBeVisible();
  await page.waitForFunction(() => window.replayground !== undefined);
};

export const openApp = async (page: Page, path = '/'): Promise<void> => {
  await page.goto(path);
  await untilReady(page);
};

export const reloadApp = async (page: Page): Promise<void> => {
  await page.reload();
  await untilReady(page);
};

/** A browser without file pickers of its own: files are chosen by an input and saved by a download, which a test can see. */
export const withoutFilePickers = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    for (const name of ['showOpenFilePicker', 'showSaveFilePicker']) Reflect.deleteProperty(window, name);
  });

export const note = (page: Page, kind: string, name: string) =>
  page.getByRole('application').getByRole('group', { name: new RegExp(`^${kind} ${name}\\.`) });

/** The arrow between two notes. */
export const arrow = (page: Page, from: string, to: string) =>
  page.getByRole('application').getByRole('img', { name: new RegExp(`^Arrow from .* ${from} to .* ${to}$`) });

/** At once: a click on a note that is still on its way would go past it. */
const fitEverything = async (page: Page): Promise<void> => {
  const isStill = await page.evaluate(() => window.matchMedia('(prefers-reduced-motion: reduce)').matches);
  if (!isStill) await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.getByRole('button', { name: 'Fit everything' }).click();
  if (!isStill) await page.emulateMedia({ reducedMotion: null });
};

/** Selects a note, wherever it lies on the wall. */
export const selectNote = async (page: Page, kind: string, name: string): Promise<void> => {
  await fitEverything(page);
  await note(page, kind, name).click();
};

/** Opens the form of a command from its note. */
export const runNote = async (page: Page, command: string): Promise<void> => {
  await fitEverything(page);
  await page.getByRole('button', { name: `Run ${command}`, exact: true }).click();
  await expect(form(page, command)).toBeVisible();
  await expect(form(page, command).locator(':focus')).toBeVisible();
};

/** The open command form. */
export const form = (page: Page, command: string) => page.getByRole('region', { name: command, exact: true });

/** Presses Enter in the form and waits for the words of what came of it. */
export const sendByEnter = async (page: Page, words: string | RegExp): Promise<void> => {
  await page.keyboard.press('Enter');
  await expect(page.getByText(words).first()).toBeVisible();
};

export const timeline = (page: Page) => page.getByRole('region', { name: 'Timeline' });

export const positionIs = async (page: Page, position: number, of: number): Promise<void> => {
  await expect(page.getByRole('slider', { name: 'Place in history' })).toHaveAttribute('aria-valuenow', `${position}`);
  await expect(page.getByRole('slider', { name: 'Place in history' })).toHaveAttribute('aria-valuemax', `${of}`);
};

type Recorded = { events: unknown[]; states: unknown; readModels: unknown; position: number };

/** What the scripting functions see of a model: all events, the state of each stream, all documents, as of the cursor. */
export const recorded = (page: Page, readModels: string[]): Promise<Recorded> =>
  page.evaluate(async (names) => {
    const replayground = window.replayground;
    if (!replayground) throw new Error('The scripting functions are not there.');
    await replayground.settled();
    const events = await replayground.events();
    const streams = [...new Set(events.map(({ metadata }) => metadata.streamName))];
    const states = Object.fromEntries(
      await Promise.all(streams.map(async (stream) => [stream, await replayground.stateOf(stream)] as const)),
    );
    const documents = Object.fromEntries(
      await Promise.all(names.map(async (name) => [name, await replayground.readModel(name)] as const)),
    );
    return { events, states, readModels: documents, position: await replayground.position() };
  }, readModels);

/** Opens the code of a note and puts other text in its place. */
export const replaceCode = async (page: Page, kind: string, name: string, text: string): Promise<void> => {
  await selectNote(page, kind, name);
  await openInspectorTab(page, 'Code');
  const editor = page.getByRole('complementary', { name: 'Inspector' }).getByRole('textbox', { name: /Code of/ });
  await editor.focus();
  await page.keyboard.press('ControlOrMeta+a');
  await paste(page, text);
};

/** From the clipboard, as people bring code from elsewhere: typed brackets would be closed by the editor. */
export const paste = async (page: Page, text: string): Promise<void> => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((words) => navigator.clipboard.writeText(words), text);
  await page.keyboard.press('ControlOrMeta+v');
};

export const openInspectorTab = async (page: Page, tab: 'Details' | 'Code' | 'Specs' | 'Versions'): Promise<void> => {
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  if (!(await inspector.isVisible())) await page.getByRole('button', { name: 'Show the inspector' }).click();
  await inspector.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
};

/** A fresh empty model. */
export const newBoard = async (page: Page): Promise<void> => {
  const before = await page.title();
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'New board' }).click();
  // The wall before may be an empty one as well.
  await expect(page).not.toHaveTitle(before);
  await expect(page.getByText('An empty wall')).toBeVisible();
};
