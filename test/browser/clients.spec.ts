import type { Page } from '@playwright/test';
import { expectNoViolations } from './support/expectNoViolations.ts';
import { expect, form, openApp, reloadApp, runNote, test, timeline } from './support/journey.ts';

const clients = (page: Page) => page.getByRole('region', { name: 'Clients' });
const client = (page: Page, name: string) => clients(page).getByRole('listitem', { name, exact: true });
const sendAs = async (page: Page, name: string): Promise<void> => {
  await client(page, name).getByRole('radio', { name }).check();
  await page.getByRole('button', { name: `Send as ${name}`, exact: true }).click();
};

/** Two people look at a new cart; Ann opens it. */
const twoAtOneCart = async (page: Page): Promise<void> => {
  await openApp(page);
  await runNote(page, 'AddProductItem');
  await form(page, 'AddProductItem').getByRole('button', { name: 'Several clients' }).click();
  await expect(client(page, 'Ben')).toContainText(/saw version \d/);
};

test('one of two meets a conflict, sees what came in between, and decides afresh', async ({ page }) => {
  await twoAtOneCart(page);
  await sendAs(page, 'Ann');
  await expect(client(page, 'Ben')).toContainText(/saw version (\d+), now \d+/);
  await sendAs(page, 'Ben');
  await expect(
    page.getByText(/^You decided on version \d+; .* is at version \d+: ProductItemAdded came in between/),
  ).toBeVisible();
  for (const name of ['Show the event', 'Force it', 'Give up'])
    await expect(page.getByRole('button', { name, exact: true }).first()).toBeVisible();
  await expectNoViolations(page, 'two clients in conflict');

  await page
    .getByRole('button', { name: /^Decide again on/ })
    .first()
    .click();
  await expect(page.getByText(/ProductItemAdded appended to/).first()).toBeVisible();
  await expect(client(page, 'Ben')).not.toContainText('now');
  await expect(client(page, 'Ann')).toContainText('now');
});

test('without a check an update is lost, and it is said which', async ({ page }) => {
  await twoAtOneCart(page);
  await clients(page)
    .getByRole('checkbox', { name: /^Any version/ })
    .check();
  await sendAs(page, 'Ann');
  await sendAs(page, 'Ben');
  await expect(clients(page).getByRole('status')).toHaveText(
    /^A lost update: Ben decided on version (\d+) and never saw ProductItemAdded \(version \d+\)\. ProductItemAdded \(version \d+\) was stored all the same/,
  );

  // It stays told where it happened: later, and when one comes back to it.
  const lost = timeline(page).getByText(/^A lost update: decided on version \d+ and stored without a check/);
  await reloadApp(page);
  await timeline(page).getByRole('tab', { name: 'Step' }).click();
  await expect(lost).toContainText(/with no look at version \d+\.$/);
  await page.keyboard.press('ArrowLeft');
  await expect(lost).toHaveCount(0);
  await page.keyboard.press('ArrowRight');
  await expect(lost).toBeVisible();
});

test('by keyboard: three send at once, and those who are beaten try again by themselves', async ({ page }) => {
  await twoAtOneCart(page);
  await clients(page).getByRole('button', { name: 'One more client' }).press('Enter');
  await expect(client(page, 'Cleo')).toContainText(/saw version/);
  await clients(page)
    .getByRole('checkbox', { name: /^After a conflict/ })
    .press('Space');
  await clients(page).getByRole('button', { name: 'All send at once' }).press('Enter');

  await expect(client(page, 'Ben')).toContainText('Tried again 1 time');
  await expect(client(page, 'Cleo')).toContainText('Tried again 2 times');
  await expect(client(page, 'Ann')).not.toContainText('Tried again');
  await expect(client(page, 'Cleo')).not.toContainText('now');

  await clients(page).getByRole('button', { name: 'Back to one client' }).press('Enter');
  await expect(clients(page)).toHaveCount(0);
});
