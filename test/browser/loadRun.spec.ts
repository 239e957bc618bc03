import type { Page } from '@playwright/test';
import { expectNoViolations } from './support/expectNoViolations.ts';
import { expect, openApp, positionIs, test } from './support/journey.ts';
import { openSample } from './support/models.ts';

const openLoadRun = async (page: Page) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('Load run');
  await page.getByRole('option', { name: /^Load run/ }).click();
  return page.getByRole('dialog', { name: 'Load run' });
};

test('many users come to a command: all are answered, and what is recorded stays as it is', async ({ page }) => {
  await openApp(page);
  const dialog = await openLoadRun(page);
  await dialog.getByLabel('Command').selectOption('OpenCart');
  await dialog.getByLabel('Users').fill('40');
  await dialog.getByLabel('Come within (seconds)').fill('1');
  await expect(dialog.getByText('40 commands a second')).toBeVisible();

  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText('40 commands answered');
  await expect(dialog.getByRole('row', { name: 'Appended 40' })).toBeVisible();
  await expectNoViolations(page, 'load run');

  await dialog.getByText('A few, shared').click();
  await dialog.getByLabel('Shared streams').fill('2');
  await dialog.getByText('Racing').click();
  await dialog.getByRole('button', { name: 'Start again' }).click();
  await expect(dialog.getByRole('row', { name: 'Appended 2' })).toBeVisible();
  await expect(dialog.getByRole('row', { name: 'Rejected 38' })).toBeVisible();
  await expect(dialog.getByText(/The first one that was refused was told/)).toBeVisible();

  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await positionIs(page, 18, 18);
});

test('a load run can be stopped', async ({ page }) => {
  await openApp(page);
  const dialog = await openLoadRun(page);
  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(dialog.getByRole('status')).toContainText(/of 10,000 answered/);
  await dialog.getByRole('button', { name: 'Stop' }).click();
  await expect(dialog.getByRole('status')).toContainText(/stopped at [\d,]+ users/);
});

test('shared streams begin as the recorded one that the command would go to, so that users meet in them', async ({
  page,
}) => {
  await openApp(page);
  await openSample(page, 'Cash register shift', 24);
  const dialog = await openLoadRun(page);
  await dialog.getByLabel('Command').selectOption('RingUpSale');
  await dialog.getByLabel('Users').fill('60');
  await dialog.getByLabel('Come within (seconds)').fill('1');
  await dialog.getByText('A few, shared').click();
  await expect(
    dialog.getByText(/^Each begins as CashShift-front\.8, by the \d+ commands that it was sent$/),
  ).toBeVisible();
  await dialog.getByText('Racing').click();

  await dialog.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(dialog.getByRole('row', { name: 'Appended 60' })).toBeVisible();
  await dialog.getByLabel('Command').selectOption('PrepareShift');
  await expect(dialog.getByText('Each begins with nothing in it')).toBeVisible();
});
