import type { Page } from '@playwright/test';
import {
  expect,
  openApp,
  openInspectorTab,
  positionIs,
  replaceCode,
  selectNote,
  test,
  timeline,
} from './support/journey.ts';
import { codeOf } from './support/models.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });

/** A specification in the list, told by its name. */
const specification = (page: Page, name: string) =>
  inspector(page)
    .getByRole('listitem')
    .filter({ has: page.getByRole('button', { name: `Options of ${name}`, exact: true }) });

const openSpecifications = async (page: Page): Promise<void> => {
  await selectNote(page, 'Decider', 'ShoppingCart');
  await openInspectorTab(page, 'Specs');
};

const expectVerdict = async (page: Page, name: string, verdict: 'Passed' | 'Failed'): Promise<void> => {
  await expect(specification(page, name).getByRole('img', { name: verdict })).toBeVisible();
};

test('the sample is green throughout, and red in place once its limit changes', async ({ page }) => {
  await openApp(page);
  await openSpecifications(page);
  await expectVerdict(page, 'fills a cart to the limit', 'Passed');
  await expect(inspector(page).getByRole('img', { name: 'Passed' })).toHaveCount(18);

  const code = await codeOf(page, 'ShoppingCart');
  await replaceCode(page, 'Decider', 'ShoppingCart', code.replace('maximumPieces = 10;', 'maximumPieces = 3;'));
  await openInspectorTab(page, 'Specs');
  await expectVerdict(page, 'fills a cart to the limit', 'Failed');
  await expect(specification(page, 'fills a cart to the limit')).toContainText('a cart holds at most 3 pieces');
  await expectVerdict(page, 'opens a cart', 'Passed');
});

test.describe('a specification', () => {
  test('written by form is green, and red with the difference once the rule changes', async ({ page }) => {
    await openApp(page);
    await openSpecifications(page);
    await inspector(page).getByRole('button', { name: 'Add a specification' }).click();
    const name = inspector(page).getByRole('textbox', { name: 'Name' }).last();
    await expect(name).toBeFocused();
    await name.fill('confirms an empty cart');
    await name.press('Enter');
    const item = specification(page, 'confirms an empty cart');
    await item.getByRole('combobox', { name: 'Command' }).selectOption('ConfirmCart');
    await item.getByRole('button', { name: 'Add an event' }).first().click();
    await expectVerdict(page, 'confirms an empty cart', 'Failed');
    await expect(item).toContainText('an empty cart cannot be confirmed');

    await item.getByText('A refusal', { exact: true }).click();
    await item.getByRole('textbox', { name: 'Its message contains' }).fill('empty cart');
    await item.getByRole('textbox', { name: 'Its message contains' }).press('Enter');
    await expectVerdict(page, 'confirms an empty cart', 'Passed');

    const code = await codeOf(page, 'ShoppingCart');
    await replaceCode(
      page,
      'Decider',
      'ShoppingCart',
      code.replace('an empty cart cannot be confirmed', 'there is nothing in it'),
    );
    await openSpecifications(page);
    await expectVerdict(page, 'confirms an empty cart', 'Failed');
    await expect(specification(page, 'confirms an empty cart')).toContainText('there is nothing in it');
  });

  test('made of a recorded command holds what was recorded before and after it, and notices a change', async ({
    page,
  }) => {
    await openApp(page);
    await timeline(page)
      .getByRole('button', { name: /event 7, / })
      .click();
    await positionIs(page, 7, 18);
    await timeline(page).getByRole('tab', { name: 'Step' }).click();
    await timeline(page).getByRole('button', { name: 'Make a specification of it' }).click();

    const name = 'ConfirmCart on ShoppingCart-cart-1';
    await openSpecifications(page);
    await expectVerdict(page, name, 'Passed');

    const code = await codeOf(page, 'ShoppingCart');
    const total = 'total: totalOf(cart.lines)';
    await replaceCode(page, 'Decider', 'ShoppingCart', code.replace(total, `${total} + 1`));
    await openSpecifications(page);
    await expectVerdict(page, name, 'Failed');
    await expect(specification(page, name)).toContainText('events[0].data.totalExpected4999Came out5000');

    await replaceCode(page, 'Decider', 'ShoppingCart', code);
    await openSpecifications(page);
    await expectVerdict(page, name, 'Passed');
  });
});
