import { expect, openApp, positionIs, reloadApp, test, timeline } from './support/journey.ts';
import { carts, head, longModel, perCart, veryLongModel } from './support/longModel.ts';

test('a history of more than a page comes whole, before and after a reload, and every moment of it can be seen', async ({
  page,
}) => {
  await openApp(page);
  const model = await longModel(page);

  await page.evaluate((file) => window.replayground?.openModel(file), model);
  await positionIs(page, head, head);

  const stateAt = (position: number) =>
    page.evaluate(async (at) => {
      await window.replayground?.seek(at);
      return window.replayground?.stateOf('ShoppingCart-cart-1');
    }, position);
  const quantities = async (position: number): Promise<number> => {
    const { lines } = (await stateAt(position)) as { lines: { quantity: number }[] };
    return lines.reduce((sum, { quantity }) => sum + quantity, 0);
  };
  const step = await quantities(carts + 1);
  expect(step).toBeGreaterThan(0);
  expect(await quantities(head)).toBe(step * (perCart - 1));
  expect(await quantities(head / 2)).toBe(step * (perCart / 2 - 1));

  await reloadApp(page);
  await positionIs(page, head, head);
  const outcome = await page.evaluate(() =>
    window.replayground?.send({ type: 'OpenCart', data: { cartId: 'cart-new', clientId: 'client-1' } }),
  );
  expect(outcome?.kind).toBe('appended');
  await positionIs(page, head + 1, head + 1);
});

test('of 20,000 events as much is drawn as of few; one among them is found, and the rest of a branch is told', async ({
  page,
}) => {
  const [length, needle] = [20_000, 15_003];
  await openApp(page);
  const model = await veryLongModel(page, length, needle);
  await page.evaluate((file) => window.replayground?.openModel(file), model);
  await positionIs(page, length, length);

  await test.step('a bounded part of it is drawn, wherever one looks', async () => {
    for (const position of [length, 1, 7_777, needle]) {
      await page.evaluate((at) => window.replayground?.seek(at), position);
      await positionIs(page, position, length);
      expect(await timeline(page).locator('[data-position]').count()).toBeLessThan(80);
      expect(await timeline(page).getByRole('row').count()).toBeLessThan(80);
    }
  });
  await test.step('of many documents the first are shown, more when asked for, and those of another read model', async () => {
    await page.evaluate((at) => window.replayground?.seek(at), length);
    const rowsOf = (readModel: string) =>
      page.getByRole('tabpanel', { name: readModel }).locator('tbody').getByRole('row');
    // The first ones, and the one that the last event changed.
    await expect(rowsOf('CartDetails')).toHaveCount(24 + 1);
    await expect(page.getByText('And 175 more.')).toBeVisible();
    await page.getByRole('button', { name: 'Show more' }).click();
    await expect(rowsOf('CartDetails')).toHaveCount(96 + 1);
    await page.getByRole('tab', { name: 'ClientSummary' }).click();
    await expect(rowsOf('ClientSummary')).toHaveCount(1);
    await page.getByRole('tab', { name: 'CartDetails' }).click();
    await expect(rowsOf('CartDetails')).toHaveCount(24 + 1);
  });
  await test.step('a text is filtered by, and found', async () => {
    await page.keyboard.press('ControlOrMeta+Shift+f');
    await page.getByRole('combobox', { name: 'Filter the events' }).fill('a needle');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Escape');
    await expect(timeline(page).getByText(/^1 of 20,?000 events$/)).toBeVisible();
    await timeline(page).getByRole('slider').focus();
    await page.keyboard.press('Home');
    await page.keyboard.press('ArrowRight');
    await positionIs(page, needle, length);
    await timeline(page).getByRole('button', { name: 'Do not ask for a needle' }).click();

    await page.keyboard.press('Home');
    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type('a needle');
    await page.getByRole('option', { name: /^15,?003 ProductItemAdded/ }).click();
    await positionIs(page, needle, length);
    await page.getByRole('search').getByRole('button', { name: 'Close' }).click();
  });
  await test.step('lanes of branches say how much of a long run they leave out, and lead there', async () => {
    await page.evaluate(() => window.replayground?.seek(100));
    await timeline(page).getByRole('slider').focus();
    await page.keyboard.press('Shift+b');
    await positionIs(page, 100, 100);
    await timeline(page).getByRole('button', { name: 'What if 1' }).click();
    await page.getByRole('menuitemcheckbox', { name: 'Branches one above the other' }).click();
    await timeline(page).getByRole('button', { name: '19,604 more' }).click();
    await positionIs(page, 397, length);
  });
});
