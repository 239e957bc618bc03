import type { Page } from '@playwright/test';
import { expect, openApp, openInspectorTab, replaceCode, selectNote, test } from './support/journey.ts';
import { codeOf, openSample } from './support/models.ts';

const process = 'Group checkout process';
const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

const specification = (page: Page, name: string) =>
  inspector(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `Options of ${name}`, exact: true }) });

const expectVerdict = async (page: Page, name: string, verdict: 'Passed' | 'Failed'): Promise<void> => {
  await expect(specification(page, name).getByRole('img', { name: verdict })).toBeVisible();
};

test('a process manager is specified by form and from what it heard, and is red once it waits longer', async ({
  page,
}) => {
  await openApp(page);
  await openSample(page, process, 37);
  await selectNote(page, 'Policy', process);
  await openInspectorTab(page, 'Specs');
  await expect(inspector(page).getByRole('img', { name: 'Passed' })).toHaveCount(8);

  await inspector(page).getByRole('button', { name: 'Add a specification' }).click();
  const name = inspector(page).getByRole('textbox', { name: 'Name' }).last();
  await expect(name).toBeFocused();
  await name.fill('ends with its last stay');
  await name.press('Enter');
  const item = specification(page, 'ends with its last stay');
  await item.getByRole('combobox', { name: 'Event' }).selectOption('GuestCheckedOut');
  await item.getByLabel('groupCheckoutId').fill('group-1');
  await item.getByLabel('groupCheckoutId').press('Enter');
  await expectVerdict(page, 'ends with its last stay', 'Failed');
  await expect(item).toContainText('nothing was expected, record GroupCheckoutFinished, complete came.');
  await item.getByText('A message is due', { exact: true }).click();
  await item.getByRole('textbox', { name: 'Message' }).fill('GroupCheckoutTimeout');
  await item.getByRole('textbox', { name: 'Message' }).press('Enter');
  await expect(item).toContainText('nothing was expected, record GroupCheckoutTimedOut, complete came.');

  await inspector(page).getByRole('button', { name: 'From what it heard' }).click();
  await page.getByRole('menuitem', { name: /^GroupCheckoutStarted GroupCheckoutProcess-group-2/ }).click();
  const recorded = 'GroupCheckoutStarted on GroupCheckoutProcess-group-2';
  await expectVerdict(page, recorded, 'Passed');
  await specification(page, recorded).getByRole('button', { expanded: true }).click();

  const code = await codeOf(page, process);
  await replaceCode(page, 'Policy', process, code.replace('halfAnHour = 30', 'halfAnHour = 45'));
  await openInspectorTab(page, 'Specs');
  await expectVerdict(page, recorded, 'Failed');
  await expect(specification(page, recorded)).toContainText('outputs[0].dueAt');
});

test('a policy without state is specified from what it answered', async ({ page }) => {
  await openApp(page);
  await openSample(page, 'Group checkout', 17);
  const name = 'Whenever a group leaves, then check out each stay';
  await selectNote(page, 'Policy', name);
  await openInspectorTab(page, 'Specs');
  await expectVerdict(page, 'checks out each stay of the group', 'Passed');

  await inspector(page).getByRole('button', { name: 'From what it heard' }).click();
  await page.getByRole('menuitem', { name: /^GroupCheckoutStarted/ }).click();

  await expectVerdict(page, 'GroupCheckoutStarted: CheckOut, CheckOut, CheckOut', 'Passed');
});
