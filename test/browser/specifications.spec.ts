import { expect, note, openApp, openInspectorTab, replaceCode, selectNote, test, timeline } from './support/journey.ts';

test.describe('specifications', () => {
  test('are green with the sample, and red in place with the difference when a rule changes', async ({ page }) => {
    await openApp(page);
    await note(page, 'Decider', 'ShoppingCart').click();
    await openInspectorTab(page, 'Specs');
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await expect(inspector.getByRole('img', { name: 'Passed' }).first()).toBeVisible();
    await expect(inspector.getByRole('img', { name: 'Failed' })).toHaveCount(0);

    const code = await page.evaluate(async () => {
      const model = (await window.replayground?.model()) as {
        definitions: { name: string; code?: { text: string }[] }[];
      };
      return model.definitions.find(({ name }) => name === 'ShoppingCart')?.code?.[0]?.text ?? '';
    });
    await replaceCode(page, 'Decider', 'ShoppingCart', code.replace('= 10;', '= 3;'));
    await openInspectorTab(page, 'Specs');

    await expect(inspector.getByRole('img', { name: 'Failed' }).first()).toBeVisible();
    await expect(inspector).toContainText('a cart holds at most 3 pieces');
  });

  test('are made from a recorded command', async ({ page }) => {
    await openApp(page);
    await timeline(page).getByRole('button', { name: 'CartCanceled, event 15, ShoppingCart-cart-3' }).click();
    await timeline(page).getByRole('tab', { name: 'Step' }).click();
    await timeline(page).getByRole('button', { name: 'Make a specification of it' }).click();

    await selectNote(page, 'Decider', 'ShoppingCart');
    await openInspectorTab(page, 'Specs');
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await expect(inspector).toContainText('CancelCart on ShoppingCart-cart-3');
    await expect(inspector.getByRole('img', { name: 'Failed' })).toHaveCount(0);
  });
});
