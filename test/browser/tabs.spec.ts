import { addByKey } from './support/drawing.ts';
import {
  expect,
  form,
  newBoard,
  note,
  openApp,
  openInspectorTab,
  positionIs,
  recorded,
  reloadApp,
  replaceCode,
  runNote,
  selectNote,
  sendByEnter,
  test,
} from './support/journey.ts';
import { pickForModel, showModels } from './support/models.ts';

test.describe('two tabs on one model', () => {
  test('both see every command, decide on the truth, and end with the same documents', async ({ page, context }) => {
    await openApp(page);
    const other = await context.newPage();
    await openApp(other);

    await Promise.all(
      [page, other].map((tab, index) =>
        tab.evaluate(async (number) => {
          for (let count = 0; count < 5; count += 1)
            await window.replayground?.send({
              type: 'OpenCart',
              data: { cartId: `cart-${number}${count}`, clientId: `client-${number}` },
            });
        }, index + 7),
      ),
    );

    await positionIs(page, 28, 28);
    await positionIs(other, 28, 28);
    const names = ['CartDetails', 'ClientSummary'];
    expect(await recorded(other, names)).toEqual(await recorded(page, names));
  });

  test('a tab that did not see the other one append meets a conflict and decides again', async ({ page, context }) => {
    await openApp(page);
    const other = await context.newPage();
    await openApp(other);
    await runNote(page, 'AddProductItem');
    await page.getByRole('combobox', { name: 'Decide on' }).selectOption('as-seen');

    await other.evaluate(() =>
      window.replayground?.send({
        type: 'AddProductItem',
        data: { cartId: 'cart-4', item: { productId: 'mug', quantity: 1, unitPrice: 899 } },
      }),
    );
    await positionIs(page, 19, 19);
    await page.getByRole('textbox', { name: 'quantity' }).focus();

    await sendByEnter(
      page,
      'You decided on version 3; cart-4 is at version 4: ProductItemAdded came in between. Nothing was stored.',
    );
    await page.keyboard.press('ControlOrMeta+[');
    await positionIs(page, 18, 19);
    await page.getByRole('button', { name: 'Decide again on 4' }).click();
    await positionIs(page, 20, 20);
    await positionIs(other, 20, 20);
    await expect(form(page, 'AddProductItem').getByText('You saw version 5')).toBeVisible();
  });

  test('edits of one board from both lose nothing', async ({ page, context }) => {
    await openApp(page);
    await newBoard(page);
    await addByKey(page, 'Command', 'OpenAccount');
    const other = await context.newPage();
    await openApp(other);
    await expect(note(other, 'Command', 'OpenAccount')).toBeVisible();

    await Promise.all([
      addByKey(page, 'Domain event', 'FromTheFirst'),
      addByKey(other, 'Domain event', 'FromTheSecond'),
    ]);

    for (const tab of [page, other]) {
      await expect(note(tab, 'Domain event', 'FromTheFirst')).toBeVisible();
      await expect(note(tab, 'Domain event', 'FromTheSecond')).toBeVisible();
    }
    await page.keyboard.press('ControlOrMeta+z');
    await page.keyboard.press('ControlOrMeta+z');
    await expect(note(other, 'Domain event', 'FromTheSecond')).toBeVisible();
    await expect(note(other, 'Domain event', 'FromTheFirst')).toHaveCount(0);
  });
});

test('a model that another tab deletes is said to be, and can be brought back', async ({ page, context }) => {
  await openApp(page);
  const other = await context.newPage();
  await openApp(other);
  await showModels(other);
  await pickForModel(other, 'Shopping cart', 'Delete');

  await expect(page.getByText('Shopping cart was deleted in another tab.')).toBeVisible();
  await page.getByRole('button', { name: 'Bring it back' }).click();

  await reloadApp(page);
  await positionIs(page, 18, 18);
  await expect(page.getByText('was deleted')).toHaveCount(0);
});

test('what another tab does while a dialog is open is said in the dialog, and can be answered there', async ({
  page,
  context,
}) => {
  await openApp(page);
  const other = await context.newPage();
  await openApp(other);
  await page.keyboard.press('ControlOrMeta+Shift+e');
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await expect(dialog).toBeVisible();
  await showModels(other);
  await pickForModel(other, 'Shopping cart', 'Delete');

  await expect(dialog.getByText('Shopping cart was deleted in another tab.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Bring it back' }).click();
  await expect(dialog.getByText('was deleted')).toHaveCount(0);
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toHaveCount(0);

  await reloadApp(page);
  await expect(page.getByText('was deleted')).toHaveCount(0);
});

test.describe('a tab that goes away', () => {
  test('loses nothing by a reload in the middle of work', async ({ page }) => {
    await openApp(page);
    await newBoard(page);
    await addByKey(page, 'Command', 'OpenAccount');
    await addByKey(page, 'Domain event', 'AccountOpened');

    await reloadApp(page);

    await expect(note(page, 'Command', 'OpenAccount')).toBeVisible();
    await expect(note(page, 'Domain event', 'AccountOpened')).toBeVisible();
    await page.keyboard.press('ControlOrMeta+z');
    await expect(page.getByRole('textbox', { name: /Name of/ })).toHaveCount(0);
  });

  test('loses no edit that was still on its way to the store, and no code just typed', async ({ page }) => {
    await openApp(page);
    await replaceCode(page, 'Decider', 'ShoppingCart', '// rewritten');
    const add = page.getByRole('button', { name: /^Hotspot/ });

    await add.evaluate((button: HTMLElement) => {
      for (let count = 0; count < 30; count += 1) button.click();
      location.reload();
    });
    await page.waitForEvent('load');
    await openApp(page);

    await expect(page.getByRole('application').getByRole('group', { name: /^Hotspot/ })).toHaveCount(30);
    await selectNote(page, 'Decider', 'ShoppingCart');
    await openInspectorTab(page, 'Code');
    await expect(page.getByRole('complementary', { name: 'Inspector' }).getByText('// rewritten')).toBeVisible();
    await page.reload();
    await expect(page.getByRole('application').getByRole('group', { name: /^Hotspot/ })).toHaveCount(30);
  });

  test('hands the policies over to the tab that stays', async ({ page, context }) => {
    await openApp(page);
    await page.getByRole('button', { name: 'Other models' }).click();
    await page.getByRole('menuitem', { name: 'All models' }).click();
    await page.getByRole('button', { name: 'Open Group checkout as your copy' }).click();
    await expect(note(page, 'Command', 'CheckIn')).toBeVisible();
    const other = await context.newPage();
    await openApp(other);
    await expect(note(other, 'Command', 'CheckIn')).toBeVisible();
    await page.close();

    const answered = await other.evaluate(async () => {
      const replayground = window.replayground;
      if (!replayground) return 0;
      const before = (await replayground.events()).length;
      await replayground.send({ type: 'CheckIn', data: { stayId: 'stay-9', guest: 'Ada', room: '9' } });
      await replayground.send({
        type: 'StartGroupCheckout',
        data: { groupCheckoutId: 'group-9', clerk: 'Bo', stayIds: ['stay-9'] },
      });
      await replayground.settled();
      return (await replayground.events()).length - before;
    });

    expect(answered).toBe(5);
  });
});
