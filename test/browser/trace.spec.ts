import type { Page } from '@playwright/test';
import { expectNoViolations } from './support/expectNoViolations.ts';
import { expect, openApp, positionIs, selectNote, test, timeline } from './support/journey.ts';
import { openSample } from './support/models.ts';

const seek = (page: Page, position: number) => page.evaluate((to) => window.replayground?.seek(to), position);
const tree = (page: Page) => timeline(page).getByRole('tree', { name: 'Causes and consequences' });
const item = (page: Page, name: RegExp) => tree(page).getByRole('treeitem', { name });
/** The notes that are lit. */
const lit = (page: Page): Promise<string[]> =>
  page.evaluate(() =>
    [...document.querySelectorAll('[data-turn]')].map(
      (sticker) => sticker.closest('.react-flow__node')?.getAttribute('aria-label')?.split('.')[0] ?? '',
    ),
  );

test('an event leads back to what a person asked for and on to what policies did, and the wall shows it', async ({
  page,
}) => {
  await openApp(page);
  await openSample(page, 'Group checkout', 17);
  const chip = timeline(page).getByRole('button', { name: /^GuestCheckedOut, event 11,/ });
  await chip.click({ button: 'right' });
  await page.getByRole('menuitem', { name: 'Trace its causes and consequences' }).click();

  await expect(tree(page).getByRole('treeitem').first()).toHaveAccessibleName(/^Command StartGroupCheckout, .*person/);
  await expect(item(page, /^Event GuestCheckedOut, #11/)).toHaveAttribute('aria-current', 'step');
  await expect(item(page, /^Event StaySettled, #14/)).toBeVisible();
  await expect(item(page, /^Read model FrontDesk, heard it/)).toBeVisible();
  await expect(page.getByText('GuestCheckedOut: 4 causes, 5 consequences, lit on the wall')).toBeAttached();
  const names = await lit(page);
  expect(names).toContain('Command StartGroupCheckout');
  expect(names).toContain('Policy Whenever a stay answers, then record it');
  expect(names).not.toContain('Domain event StayLeftOpen');
  await expectNoViolations(page, 'the trace');

  await selectNote(page, 'Domain event', 'StayLeftOpen');
  await expect(item(page, /^Event StayLeftOpen, #16/)).toHaveAttribute('aria-current', 'step');
  expect(await lit(page)).toContain('Domain event StayLeftOpen');
  await chip.click();

  await item(page, /^Command RecordSettledStay, GroupCheckout/).click();
  await positionIs(page, 14, 17);
  await expect(page.getByRole('group', { name: /^Command RecordSettledStay/ }).first()).toHaveClass(/selected/);
  await item(page, /^Read model GroupProgress, heard it/)
    .first()
    .getByRole('button', { name: /^Go to line \d+ of GroupProgress/ })
    .click();
  await expect(page.getByRole('textbox', { name: /^Code of GroupProgress/ })).toBeVisible();

  await page.getByRole('button', { name: 'Close the trace' }).click();
  await expect(tree(page)).toHaveCount(0);
  expect(await lit(page)).not.toContain('Command StartGroupCheckout');
});

test('by keyboard: a key opens it, arrows walk and open, Enter goes there, Escape leaves', async ({ page }) => {
  await openApp(page);
  await openSample(page, 'Group checkout', 17);
  await seek(page, 10);
  await timeline(page).getByRole('tab', { name: 'State' }).focus();
  await page.keyboard.press('Shift+T');

  await expect(item(page, /^Event GroupCheckoutStarted/)).toBeFocused();
  await page.keyboard.press('ArrowLeft');
  await expect(item(page, /^Event GroupCheckoutStarted/)).toHaveAttribute('aria-expanded', 'false');
  await page.keyboard.press('ArrowRight');
  await page.keyboard.press('ArrowRight');
  await expect(item(page, /^Policy Whenever a group leaves/)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('ArrowDown');
  await page.keyboard.press('Enter');
  await positionIs(page, 11, 17);
  await expect(item(page, /^Event GuestCheckedOut, #11/)).toBeFocused();

  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Trace its causes and consequences' })).toBeFocused();
  await positionIs(page, 11, 17);
});
