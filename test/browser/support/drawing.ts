import type { Page } from '@playwright/test';
import { expect, note, selectNote } from './journey.ts';

const digits: { [kind: string]: string } = {
  'Domain event': '1',
  Command: '2',
  Decider: '3',
  Policy: '4',
  'Read model': '5',
};

/** The wall takes the keys. */
const focusWall = (page: Page): Promise<void> => page.getByRole('main', { name: 'Wall' }).focus();

/** Adds a note by its digit and types its name. */
export const addByKey = async (page: Page, kind: string, name: string): Promise<void> => {
  await page.keyboard.press('Escape');
  await focusWall(page);
  await page.keyboard.press(digits[kind] ?? '');
  await typeName(page, kind, name);
};

/** Adds what comes next after a note, from the menu that Tab opens; the digit picks the kind. */
export const addNext = async (page: Page, from: [string, string], kind: string, name: string): Promise<void> => {
  await page.keyboard.press('Escape');
  await note(page, ...from).focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('Tab');
  const item = page
    .getByRole('menu', { name: /What comes after/ })
    .getByRole('menuitem', { name: new RegExp(`^${kind}`) });
  await expect(item).toBeVisible();
  const digit = (await item.innerText()).match(/\d$/)?.[0] ?? '';
  await page.keyboard.press(digit);
  await typeName(page, kind, name);
};

const typeName = async (page: Page, kind: string, name: string): Promise<void> => {
  await expect(page.getByRole('textbox', { name: `Name of the ${kind.toLowerCase()}` })).toBeFocused();
  await page.keyboard.press('ControlOrMeta+a');
  await page.keyboard.type(name);
  await page.keyboard.press('Enter');
  await expect(note(page, kind, name)).toBeVisible();
};

/** Leads an arrow from note to note with the keyboard: C, then the name of the target. */
export const connectByKey = async (
  page: Page,
  from: readonly [string, string],
  to: readonly [string, string],
): Promise<void> => {
  await page.keyboard.press('Escape');
  await note(page, ...from).focus();
  await page.keyboard.press('c');
  const [kind, name] = to;
  await page
    .getByRole('menu', { name: /^Connect/ })
    .getByRole('menuitem', { name: `${name} ${kind}` })
    .press('Enter');
};

/** Types the fields of a command or event as one line. */
export const setFields = async (page: Page, kind: string, name: string, line: string): Promise<void> => {
  await selectNote(page, kind, name);
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByText('Line', { exact: true }).click();
  const input = inspector.getByRole('textbox', { name: 'Fields in one line' });
  await input.fill(line);
  await input.press('Enter');
  await inspector.getByText('Rows', { exact: true }).click();
};
