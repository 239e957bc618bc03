import {
  expect,
  form,
  note,
  openApp,
  openInspectorTab,
  positionIs,
  recorded,
  replaceCode,
  runNote,
  sendByEnter,
  test,
  timeline,
} from './support/journey.ts';

const names = ['CartDetails', 'ClientSummary'];

test.describe('replay', () => {
  test('gives the same documents live, rebuilt and replayed', async ({ page }) => {
    await openApp(page);
    const live = await recorded(page, names);

    for (const name of names) {
      await timeline(page)
        .getByRole('tab', { name: new RegExp(`^${name}`) })
        .click();
      await timeline(page).getByRole('button', { name: 'Rebuild visibly' }).click();
      await expect(timeline(page).getByRole('progressbar')).toBeVisible();
      await expect(timeline(page).getByRole('progressbar')).toHaveCount(0, { timeout: 30_000 });
    }
    expect(await recorded(page, names)).toEqual(live);

    // One more event makes the former present a past that is replayed.
    await page.evaluate(() =>
      window.replayground?.send({ type: 'OpenCart', data: { cartId: 'cart-5', clientId: 'client-9' } }),
    );
    await page.evaluate(() => window.replayground?.seek(18));
    expect(await recorded(page, names)).toEqual(live);
  });

  test('goes by chip, by number, by keys and by playing, and the wall follows', async ({ page }) => {
    await openApp(page);

    await timeline(page).getByRole('button', { name: 'CartConfirmed, event 7, ShoppingCart-cart-1' }).click();
    await positionIs(page, 7, 18);
    await expect(note(page, 'Domain event', 'ProductItemAdded')).toContainText('3 stored');
    await expect(timeline(page).getByRole('row', { name: /cart-1/ })).toContainText('confirmed');

    await page.keyboard.press('ControlOrMeta+j');
    await expect(page.getByRole('textbox', { name: 'Go to event number' })).toBeFocused();
    await page.keyboard.type('2');
    await page.keyboard.press('Enter');
    await positionIs(page, 2, 18);

    await page.getByRole('slider', { name: 'Place in history' }).focus();
    await page.keyboard.press('Home');
    await positionIs(page, 0, 18);
    await expect(note(page, 'Domain event', 'CartCanceled')).not.toContainText('stored');
    await page.keyboard.press('ArrowRight');
    await positionIs(page, 1, 18);
    await page.keyboard.press('End');
    await positionIs(page, 18, 18);

    await page.getByRole('combobox', { name: 'Speed' }).selectOption('4');
    await timeline(page).getByRole('button', { name: 'Play' }).click();
    await expect(timeline(page).getByRole('button', { name: 'Pause' })).toBeVisible();
    await positionIs(page, 18, 18);
    await expect(timeline(page).getByRole('button', { name: 'Play' })).toBeVisible();
  });

  test('sends from the past only after the return', async ({ page }) => {
    await openApp(page);
    await timeline(page).getByRole('button', { name: 'Step back' }).click();
    await positionIs(page, 17, 18);

    await runNote(page, 'OpenCart');
    await form(page, 'OpenCart').getByRole('button', { name: 'Return and send' }).click();

    await expect(page.getByText('CartOpened appended to ShoppingCart-cart-5, now at version 1.')).toBeVisible();
    await positionIs(page, 19, 19);
  });

  test('recomputes the past when evolve changes, and shows an error at its step without losing the rest', async ({
    page,
  }) => {
    await openApp(page);
    const code = await page.evaluate(async () => {
      const model = (await window.replayground?.model()) as {
        definitions: { name: string; code?: { text: string }[] }[];
      };
      return model.definitions.find(({ name }) => name === 'ShoppingCart')?.code?.[0]?.text ?? '';
    });

    await replaceCode(
      page,
      'Decider',
      'ShoppingCart',
      code.replace("case 'CartConfirmed':", "case 'CartConfirmed':\n      throw new Error('not yet');"),
    );
    await timeline(page).getByRole('button', { name: 'CartConfirmed, event 7, ShoppingCart-cart-1' }).click();
    await expect(timeline(page).getByRole('alert')).toContainText('not yet');
    await timeline(page).getByRole('button', { name: 'ProductItemAdded, event 3, ShoppingCart-cart-1' }).click();
    await expect(timeline(page).getByRole('alert')).toHaveCount(0);
    await expect(timeline(page).getByRole('tabpanel', { name: 'State' })).toContainText('open');

    await openInspectorTab(page, 'Code');
    await replaceCode(page, 'Decider', 'ShoppingCart', code);
    await timeline(page).getByRole('button', { name: 'CartConfirmed, event 7, ShoppingCart-cart-1' }).click();
    await expect(timeline(page).getByRole('tabpanel', { name: 'State' })).toContainText('confirmed');
  });

  test('shows a run hop by hop, by itself or by hand', async ({ page }) => {
    await openApp(page);
    await runNote(page, 'OpenCart');
    await form(page, 'OpenCart').getByText('By hand').click();
    await form(page, 'OpenCart').getByRole('button', { name: 'Send' }).click();
    await expect(page.getByText('Showing event 18 of 19')).toBeVisible();
    await page.getByRole('button', { name: 'Next', exact: true }).click();
    await positionIs(page, 19, 19);

    await form(page, 'OpenCart').getByText('Slow').click();
    await form(page, 'OpenCart').getByRole('button', { name: 'Send' }).click();
    await expect(page.getByText('Showing event 19 of 20')).toBeVisible();
    await positionIs(page, 20, 20);
  });

  test('keeps runs apart: again from the history, a new one, and back to an earlier one', async ({ page }) => {
    await openApp(page);
    const first = await recorded(page, names);

    await page.getByRole('button', { name: 'Run 1' }).click();
    await page.getByRole('menuitem', { name: /Start again from the recorded history/ }).click();
    await expect(page.getByRole('button', { name: 'Run 2' })).toBeVisible();
    await positionIs(page, 18, 18);
    expect(await recorded(page, names)).toEqual(first);

    await page.getByRole('button', { name: 'Run 2' }).click();
    await page.getByRole('menuitem', { name: /New empty run/ }).click();
    await positionIs(page, 0, 0);
    await runNote(page, 'OpenCart');
    await sendByEnter(page, /CartOpened appended to ShoppingCart-cart-\d, now at version 1\./);
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Run 3' }).click();
    await page.getByRole('menuitemradio', { name: /Run 1/ }).click();
    await positionIs(page, 18, 18);
    expect(await recorded(page, names)).toEqual(first);
  });
});
