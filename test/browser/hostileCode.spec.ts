import { endlessEvolve } from './support/accountModel.ts';
import {
  expect,
  form,
  note,
  openApp,
  positionIs,
  reloadApp,
  replaceCode,
  runNote,
  sendByEnter,
  test,
} from './support/journey.ts';

test.describe('code that does harm', () => {
  test('an endless loop in evolve is stopped, named with its line, and the person goes on', async ({ page }) => {
    await openApp(page);
    await replaceCode(page, 'Decider', 'ShoppingCart', endlessEvolve);
    await runNote(page, 'AddProductItem');

    const words = 'Stopped after 1.5 s: the loop on line 6 does not end. Your code is saved; events are unchanged.';
    await sendByEnter(page, words);
    await expect(form(page, 'AddProductItem').getByText(words)).toBeVisible();
    await expect(page.getByText(words)).toHaveCount(1);

    await positionIs(page, 18, 18);
    await form(page, 'AddProductItem').getByRole('button', { name: 'Go to line 6' }).click();
    await expect(page.getByRole('complementary', { name: 'Inspector' }).getByText('while')).toBeVisible();
    await reloadApp(page);
    await positionIs(page, 18, 18);
    await expect(note(page, 'Decider', 'ShoppingCart')).toBeVisible();
  });

  test('an endless loop at the top of a file turns sending off, and the form says why', async ({ page }) => {
    await openApp(page);
    await replaceCode(page, 'Decider', 'ShoppingCart', 'for (;;);');

    await runNote(page, 'AddProductItem');

    const alert = form(page, 'AddProductItem').getByRole('alert');
    await expect(alert).toContainText('Sending is off. Stopped after 1.5 s: the loop on line 1 does not end.');
    await alert.getByRole('button', { name: 'Go to the code' }).click();
    await expect(page.getByRole('complementary', { name: 'Inspector' }).getByText('for (;;);')).toBeVisible();
  });

  test('half-typed code breaks nothing: the last working code stays in force', async ({ page }) => {
    await openApp(page);
    await replaceCode(page, 'Decider', 'ShoppingCart', 'export const decide = (');

    await expect(page.getByText('The last working code stays in force.').first()).toBeVisible();
    await expect(page.getByRole('region', { name: 'Timeline' })).toContainText('status');
  });
});
