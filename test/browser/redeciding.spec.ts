import type { Page } from '@playwright/test';
import { expectNoViolations } from './support/expectNoViolations.ts';
import { expect, openApp, positionIs, replaceCode, test, timeline } from './support/journey.ts';
import { codeOf, openSample } from './support/models.ts';

const pane = (page: Page) => timeline(page).getByRole('region', { name: 'Recorded commands on the present code' });

test('a change to decide says what it would do to the history, lists it, goes there and branches', async ({ page }) => {
  await openApp(page);
  const code = await codeOf(page, 'ShoppingCart');
  const stricter = code.replace(
    /case 'RemoveProductItem':( \{)?/,
    (start) => `${start}\n      throw new Error('what is in the cart stays there');`,
  );
  await replaceCode(page, 'Decider', 'ShoppingCart', stricter);

  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByText(/^\d+ of \d+ recorded commands would end differently/)).toBeVisible();
  await inspector.getByRole('button', { name: 'Show them' }).click();
  const first = pane(page).getByRole('list', { name: 'Would end differently' }).getByRole('listitem').first();
  await expect(first).toContainText('ProductItemRemoved');
  await expect(first).toContainText('refused: what is in the cart stays there');
  await expect(pane(page)).toContainText('nothing is stored');
  await expectNoViolations(page, 'recorded commands on the present code');

  await first.getByRole('button', { name: /^Go to RemoveProductItem/ }).click();
  await positionIs(page, 6, 18);

  await pane(page).getByRole('button', { name: 'Try it as a branch' }).click();
  await expect(page.getByText(/is a run of its own from event 5 of/)).toBeVisible();
  await expect(
    timeline(page)
      .getByRole('button', { name: /RemoveProductItem was refused/ })
      .first(),
  ).toBeVisible();
});

test('from the palette, by keyboard: all recorded commands end as recorded', async ({ page }) => {
  await openApp(page);
  await page.keyboard.press('ControlOrMeta+k');
  const finder = page.getByRole('dialog', { name: 'Do or go to anything' });
  await expect(finder.getByRole('combobox')).toBeFocused();
  await page.keyboard.type('try the recorded');
  await expect(finder.getByRole('option', { selected: true })).toContainText('Try the recorded commands');
  await page.keyboard.press('Enter');

  await expect(pane(page)).toBeFocused();
  await expect(pane(page).getByRole('status')).toHaveText(/^All \d+ recorded commands end as recorded\.$/);
  await page.keyboard.press('Escape');
  await expect(pane(page)).toHaveCount(0);
});

test('another correlation shows which deliveries would go to another stream', async ({ page }) => {
  const process = 'Group checkout process';
  await openApp(page);
  await openSample(page, process, 37);
  const code = await codeOf(page, process);
  await replaceCode(page, 'Policy', process, code.replace('input.data.groupCheckoutId ?? null', "'everybody'"));

  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await inspector.getByRole('button', { name: 'Show them' }).click();
  const first = pane(page).getByRole('list', { name: 'Would end differently' }).getByRole('listitem').first();
  await expect(first).toContainText('handed over to GroupCheckoutProcess-everybody');
});
