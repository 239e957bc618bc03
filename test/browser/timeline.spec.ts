import type { Page } from '@playwright/test';
import { addByKey } from './support/drawing.ts';
import {
  expect,
  newBoard,
  note,
  openApp,
  positionIs,
  reloadApp,
  selectNote,
  test,
  timeline,
} from './support/journey.ts';

const chip = (page: Page, position: number) =>
  timeline(page).getByRole('button', { name: new RegExp(`event ${position}, `) });

const goTo = async (page: Page, typed: string): Promise<void> => {
  await page.keyboard.press('ControlOrMeta+j');
  await expect(timeline(page).getByRole('textbox', { name: /^Go to event/ })).toBeFocused();
  await page.keyboard.type(typed);
  await page.keyboard.press('Enter');
};

test('a command that no decider takes hangs on a lane of its own, which says so, beside no event', async ({ page }) => {
  await openApp(page);
  await newBoard(page);
  await addByKey(page, 'Command', 'OpenTab');
  await page.evaluate(() => window.replayground?.send({ type: 'OpenTab', data: {} }));

  const streams = timeline(page).getByRole('list', { name: 'Streams' });
  await expect(streams.getByRole('listitem')).toHaveText(['no stream']);
  await expect(streams.getByRole('button')).toHaveCount(0);
  await expect(timeline(page).getByRole('button', { name: /^OpenTab failed/ })).toBeVisible();
  await expect(timeline(page).locator('[data-position]')).toHaveCount(0);
});

test('a filter dims what it does not ask for, or hides it, and steps go from match to match', async ({ page }) => {
  await openApp(page);
  await page.keyboard.press('ControlOrMeta+Shift+f');
  const field = page.getByRole('combobox', { name: 'Filter the events' });
  await field.fill('confirmed');
  await field.press('ArrowDown');
  await field.press('Enter');
  await field.press('Escape');
  await expect(timeline(page).getByText('2 of 18 events')).toBeVisible();

  await timeline(page).getByRole('slider').focus();
  await page.keyboard.press('Home');
  await page.keyboard.press('ArrowRight');
  await positionIs(page, 7, 18);
  await page.keyboard.press('ArrowRight');
  await positionIs(page, 13, 18);
  await page.keyboard.press('ControlOrMeta+[');
  await positionIs(page, 12, 18);
  await expect(chip(page, 12)).toHaveAttribute('data-out', 'true');

  await timeline(page).getByRole('button', { name: 'Hide the others' }).click();
  await expect(chip(page, 12)).toHaveCount(0);
  await expect(chip(page, 7)).toBeVisible();
  await timeline(page).getByRole('button', { name: 'Do not ask for CartConfirmed' }).click();
  await expect(chip(page, 12)).toBeVisible();

  await chip(page, 12).click({ button: 'right' });
  await page.getByRole('menuitem', { name: /^Only ShoppingCart-/ }).click();
  await expect(timeline(page).getByText(/^\d of 18 events$/)).toBeVisible();
});

/** What this browser remembers of breakpoints and bookmarks. */
const keptStops = (page: Page): Promise<unknown> =>
  page.evaluate(() => {
    const key = Object.keys(localStorage).find((one) => one.startsWith('replayground/stops/'));
    return JSON.parse((key && localStorage.getItem(key)) ?? '{}');
  });

test('playing stops at a breakpoint, a bookmark leads back, and both are there after a reload', async ({ page }) => {
  await openApp(page);
  await selectNote(page, 'Domain event', 'CartConfirmed');
  await page.keyboard.press('F9');
  await expect(
    note(page, 'Domain event', 'CartConfirmed').getByRole('button', { name: /Playing stops/ }),
  ).toBeVisible();

  await timeline(page).getByRole('combobox', { name: 'Speed' }).selectOption('60/s');
  await timeline(page).getByRole('slider').focus();
  await page.keyboard.press('Space');
  await expect(page.getByText('Stopped at event 7, CartConfirmed: a breakpoint.')).toBeVisible();
  await positionIs(page, 7, 18);

  await page.keyboard.press('b');
  await expect.poll(() => keptStops(page)).toMatchObject({ bookmarks: [{ position: 7 }] });
  await page.keyboard.press('End');
  await positionIs(page, 18, 18);
  await reloadApp(page);
  await timeline(page).getByRole('button', { name: 'Bookmarks and breakpoints' }).click();
  await expect(page.getByRole('menuitemcheckbox', { name: /^CartConfirmed/ })).toBeVisible();
  await page.getByRole('menuitem', { name: 'CartConfirmed event 7' }).click();
  await positionIs(page, 7, 18);
});

test('one goes to a time, to a version of a stream, and to the next event of a note', async ({ page }) => {
  await openApp(page);
  await goTo(page, '2026-03-02 09:04');
  await positionIs(page, 5, 18);
  await goTo(page, 'ShoppingCart-cart-1 version 5');
  await positionIs(page, 7, 18);
  await goTo(page, 'ShoppingCart-cart-1 version 50');
  await expect(page.getByText('ShoppingCart-cart-1 has no version 50.')).toBeVisible();
  await positionIs(page, 7, 18);

  await selectNote(page, 'Command', 'ConfirmCart');
  await page.keyboard.press(']');
  await positionIs(page, 13, 18);
  await page.keyboard.press('[');
  await positionIs(page, 7, 18);
});

test('selected events become a specification', async ({ page }) => {
  await openApp(page);
  await chip(page, 14).click();
  await chip(page, 16).click({ modifiers: ['Shift'] });
  await expect(timeline(page).getByText('3 selected')).toBeVisible();
  await timeline(page).getByRole('button', { name: 'Make a specification', exact: true }).click();
  await page.getByRole('button', { name: 'Show it' }).click();
  await expect(
    page
      .getByRole('complementary', { name: 'Inspector' })
      .getByText(/ on ShoppingCart-cart-/)
      .first(),
  ).toBeVisible();
});
