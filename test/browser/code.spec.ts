import { addNext } from './support/drawing.ts';
import { expect, note, openApp, selectNote, test } from './support/journey.ts';

test.describe('code and wall', () => {
  test('code that was written grows with the wall, in one step that can be undone', async ({ page }) => {
    await openApp(page);
    await selectNote(page, 'Decider', 'ShoppingCart');
    await addNext(page, ['Decider', 'ShoppingCart'], 'Domain event', 'CartAbandoned');
    await expect(page.getByText('ShoppingCart does not know CartAbandoned yet.')).toBeVisible();
    await page.getByRole('button', { name: 'Add the case' }).first().click();

    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await expect(inspector.getByText("case 'CartAbandoned':")).toBeVisible();
    await expect(inspector.getByText('does not know')).toHaveCount(0);
    await note(page, 'Decider', 'ShoppingCart').focus();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(inspector.getByText('ShoppingCart does not know CartAbandoned yet.')).toBeVisible();
    await expect(note(page, 'Domain event', 'CartAbandoned')).toBeVisible();
    await inspector.getByRole('button', { name: 'Add the case' }).click();
    await expect(inspector.getByText("case 'CartAbandoned':")).toBeVisible();
  });
});
