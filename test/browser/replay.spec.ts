import type { Locator, Page } from '@playwright/test';
import {
  expect,
  form,
  note,
  openApp,
  positionIs,
  recorded,
  reloadApp,
  replaceCode,
  runNote,
  sendByEnter,
  test,
  timeline,
} from './support/journey.ts';
import { codeOf, openSample } from './support/models.ts';

const readModels = (page: Page) => timeline(page).getByRole('region', { name: 'Read models' });
const stateAndStep = (page: Page) => timeline(page).getByRole('region', { name: 'State and step' });
const chip = (page: Page, name: string | RegExp) => timeline(page).getByRole('button', { name });

/** Empties a read model and waits until all events have run through it. */
const rebuildVisibly = async (page: Page, readModel: string): Promise<void> => {
  await readModels(page)
    .getByRole('tab', { name: new RegExp(`^${readModel}`) })
    .click();
  await readModels(page).getByRole('button', { name: 'Rebuild visibly' }).click();
  await expect(readModels(page).getByRole('progressbar')).toBeVisible();
  await expect(readModels(page).getByRole('progressbar')).toHaveCount(0, { timeout: 20_000 });
};

/** The present is shown as it is stored: one more event makes a past of it, which is replayed. */
const replayed = async (page: Page, oneMore: { type: string; data: { [field: string]: string } }, names: string[]) => {
  await page.evaluate(async (command) => {
    const head = (await window.replayground?.events())?.length ?? 0;
    await window.replayground?.send(command);
    await window.replayground?.seek(head);
  }, oneMore);
  return recorded(page, names);
};

test.describe('live, rebuilt and replayed', () => {
  test('a cart and a client are the same', async ({ page }) => {
    const names = ['CartDetails', 'ClientSummary'];
    await openApp(page);
    await page.evaluate(async () => {
      const cartId = 'cart-4';
      const item = { productId: 'mug', quantity: 2, unitPrice: 899 };
      await window.replayground?.send({ type: 'AddProductItem', data: { cartId, item } });
      await window.replayground?.send({ type: 'RemoveProductItem', data: { cartId, item: { ...item, quantity: 1 } } });
      await window.replayground?.send({ type: 'ConfirmCart', data: { cartId } });
    });
    const live = await recorded(page, names);
    expect(live.position).toBe(21);

    for (const name of names) await rebuildVisibly(page, name);
    expect(await recorded(page, names)).toEqual(live);
    await reloadApp(page);
    expect(await recorded(page, names)).toEqual(live);
    const oneMore = { type: 'OpenCart', data: { cartId: 'cart-5', clientId: 'client-9' } };
    expect(await replayed(page, oneMore, names)).toEqual(live);
  });

  test('what policies brought about is the same, and no policy runs again', async ({ page }) => {
    const names = ['FolioBalance', 'FrontDesk', 'GroupProgress'];
    await openApp(page);
    await openSample(page, 'Group checkout', 17);
    await page.evaluate(async () => {
      for (const stayId of ['stay-8', 'stay-9'])
        await window.replayground?.send({ type: 'CheckIn', data: { stayId, guest: 'Ada', room: '9' } });
      const data = { groupCheckoutId: 'group-9', clerk: 'Bo', stayIds: ['stay-8', 'stay-9'] };
      await window.replayground?.send({ type: 'StartGroupCheckout', data });
    });
    const live = await recorded(page, names);
    expect(live.position).toBe(25);

    for (const name of ['FrontDesk', 'GroupProgress']) await rebuildVisibly(page, name);
    expect(await recorded(page, names)).toEqual(live);
    const oneMore = { type: 'CheckIn', data: { stayId: 'stay-10', guest: 'Bo', room: '10' } };
    expect(await replayed(page, oneMore, names)).toEqual(live);
  });
});

/** What broke at the step that is shown. */
const brokenStep = (pane: Locator) => pane.getByRole('alert').filter({ hasText: /evolve broke at event \d+: / });

test.describe('the past', () => {
  test('is recomputed as soon as a read model changes, and an error stands at its step alone', async ({ page }) => {
    await openApp(page);
    const code = await codeOf(page, 'CartDetails');
    await chip(page, /event 11, /).click();
    await positionIs(page, 11, 18);
    await expect(readModels(page).getByRole('row', { name: /^cart-3/ })).toContainText('open');

    await replaceCode(
      page,
      'Read model',
      'CartDetails',
      code.replace("status: 'open',\n  total", "status: 'fresh',\n  total"),
    );
    await expect(readModels(page).getByRole('row', { name: /^cart-3/ })).toContainText('fresh');
    await positionIs(page, 11, 18);

    const breaking = code.replace(
      "    case 'CartConfirmed':\n",
      "    case 'CartConfirmed':\n      if (event.data.cartId === 'cart-1') throw new Error('no cart is confirmed here');\n",
    );
    await replaceCode(page, 'Read model', 'CartDetails', breaking);
    await expect(brokenStep(readModels(page))).toContainText('no cart is confirmed here');
    await positionIs(page, 11, 18);
    await chip(page, /event 6, /).click();
    await positionIs(page, 6, 18);
    await expect(brokenStep(readModels(page))).toHaveCount(0);
    await expect(readModels(page).getByRole('row', { name: /^cart-1/ })).toContainText('open');
    await page.keyboard.press('ArrowRight');
    await positionIs(page, 7, 18);
    await expect(brokenStep(readModels(page))).toBeVisible();
    await readModels(page)
      .getByRole('tab', { name: /^ClientSummary/ })
      .click();
    await expect(readModels(page).getByRole('row', { name: /^client-1/ })).toBeVisible();
    await expect(brokenStep(readModels(page))).toHaveCount(0);
  });

  test('is recomputed as soon as evolve changes, and an error stands at its step alone', async ({ page }) => {
    await openApp(page);
    const code = await codeOf(page, 'ShoppingCart');
    const opened = "case 'CartOpened':\n      return { status: 'open', clientId: event.data.clientId";
    await chip(page, /event 12, /).click();
    await expect(stateAndStep(page).getByRole('listitem').filter({ hasText: 'clientId' })).toHaveText(
      'clientId client-3',
    );

    await replaceCode(
      page,
      'Decider',
      'ShoppingCart',
      code.replace(opened, opened.replace('event.data', "'no. ' + event.data")),
    );
    await expect(stateAndStep(page).getByRole('listitem').filter({ hasText: 'clientId' })).toHaveText(
      'clientId no. client-3',
    );
    await positionIs(page, 12, 18);

    const confirmed = "return { ...cart, status: 'confirmed' };";
    await replaceCode(page, 'Decider', 'ShoppingCart', code.replace(confirmed, 'return cart.lines.first.quantity;'));
    await expect(stateAndStep(page).getByRole('listitem').filter({ hasText: 'clientId' })).toHaveText(
      'clientId client-3',
    );
    await chip(page, /event 7, /).click();
    await expect(brokenStep(stateAndStep(page))).toBeVisible();
    await stateAndStep(page)
      .getByRole('button', { name: /^Go to line \d+$/ })
      .click();
    await expect(page.getByRole('complementary', { name: 'Inspector' }).getByText('first').first()).toBeVisible();
    await chip(page, /event 8, /).click();
    await expect(stateAndStep(page).getByRole('heading', { name: 'ShoppingCart-cart-2' })).toBeVisible();
    await expect(brokenStep(stateAndStep(page))).toHaveCount(0);

    await replaceCode(page, 'Decider', 'ShoppingCart', code);
    await chip(page, /event 7, /).click();
    await expect(stateAndStep(page).getByRole('tabpanel', { name: 'State' })).toContainText('confirmed');
    await expect(brokenStep(stateAndStep(page))).toHaveCount(0);
  });
});

test('every way through the history leads to the same moments', async ({ page }) => {
  await openApp(page);

  await test.step('by number', async () => {
    await page.keyboard.press('ControlOrMeta+j');
    await expect(page.getByRole('textbox', { name: 'Go to event number' })).toBeFocused();
    await page.keyboard.type('7');
    await page.keyboard.press('Enter');
    await positionIs(page, 7, 18);
    await expect(readModels(page).getByRole('row', { name: /^cart-1/ })).toContainText('confirmed');
    await expect(note(page, 'Domain event', 'ProductItemAdded')).toContainText('3 stored');
    await expect(page.getByText('As of event 7 of 18. History is read-only here.')).toBeVisible();
  });
  await test.step('by chip, and on by arrows from there', async () => {
    await chip(page, /event 5, /).click();
    await positionIs(page, 5, 18);
    await page.keyboard.press('ArrowRight');
    await positionIs(page, 6, 18);
    await page.keyboard.press('PageUp');
    await positionIs(page, 5, 18);
    await page.keyboard.press('Home');
    await positionIs(page, 0, 18);
    await expect(readModels(page).getByText('No documents at this moment.')).toBeVisible();
    await page.keyboard.press('End');
    await positionIs(page, 18, 18);
  });
  await test.step('by scrubber', async () => {
    const slider = page.getByRole('slider', { name: 'Place in history' });
    const { x, y, width, height } = (await slider.boundingBox()) ?? { x: 0, y: 0, width: 0, height: 0 };
    await page.mouse.move(x + width - 2, y + height / 2);
    await page.mouse.down();
    await page.mouse.move(x + width / 2, y + height / 2, { steps: 4 });
    await page.mouse.up();
    await positionIs(page, 9, 18);
  });
  await test.step('by the next of its type and stream', async () => {
    await stateAndStep(page).getByRole('tab', { name: 'Step' }).click();
    await expect(stateAndStep(page).getByRole('heading', { name: 'ProductItemRemoved' })).toBeVisible();
    await stateAndStep(page).getByRole('button', { name: 'Next of this type' }).click();
    await positionIs(page, 14, 18);
    await stateAndStep(page).getByRole('button', { name: 'Previous in this stream' }).click();
    await positionIs(page, 12, 18);
  });
  await test.step('by playing, with a pause, and faster', async () => {
    const speed = page.getByRole('combobox', { name: 'Speed' });
    await speed.selectOption('0.5×');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await positionIs(page, 13, 18);
    await page.getByRole('button', { name: 'Pause', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
    await speed.selectOption('4×');
    await page.getByRole('button', { name: 'Play', exact: true }).click();
    await positionIs(page, 18, 18);
    await expect(page.getByRole('button', { name: 'Play', exact: true })).toBeVisible();
  });
});

test.describe('a refused command', () => {
  test('hangs between two events and says why', async ({ page }) => {
    await openApp(page);
    await stateAndStep(page).getByRole('tab', { name: 'Step' }).click();

    await chip(page, 'AddProductItem was refused: a confirmed cart cannot change').click();

    await positionIs(page, 13, 18);
    await expect(stateAndStep(page)).toContainText('a confirmed cart cannot change');
    await stateAndStep(page)
      .getByRole('button', { name: /^Go to line \d+$/ })
      .click();
    await expect(page.getByRole('complementary', { name: 'Inspector' }).getByText('mustBeOpen').first()).toBeVisible();
  });
});

test('a new refusal is seen where it lands, and Space plays from the scrubber', async ({ page }) => {
  await openApp(page);
  await page.evaluate(async () => {
    for (let count = 0; count < 12; count += 1)
      await window.replayground?.send({ type: 'ConfirmCart', data: { cartId: 'cart-1' } });
  });

  await expect(chip(page, 'ConfirmCart was refused').last()).toBeInViewport();

  await page.getByRole('slider', { name: 'Place in history' }).focus();
  await page.keyboard.press('Home');
  await positionIs(page, 0, 18);
  await page.keyboard.press('Space');
  await expect(timeline(page).getByRole('button', { name: 'Pause' })).toBeVisible();
  await expect(page.getByRole('slider', { name: 'Place in history' })).not.toHaveAttribute('aria-valuenow', '0');
});

test('in the past a command returns to now, and is sent there', async ({ page }) => {
  await openApp(page);
  await chip(page, /event 5, /).click();
  await positionIs(page, 5, 18);
  await expect(note(page, 'Domain event', 'CartCanceled')).not.toContainText('stored');

  await runNote(page, 'OpenCart');
  await expect(form(page, 'OpenCart').getByRole('button', { name: 'Send', exact: true })).toHaveCount(0);
  await form(page, 'OpenCart').getByRole('button', { name: 'Return and send' }).click();

  await expect(page.getByText('CartOpened appended to ShoppingCart-cart-5, now at version 1.')).toBeVisible();
  await positionIs(page, 19, 19);
});

test.describe('pace', () => {
  test('by hand, each press shows the next event that a command brought about', async ({ page }) => {
    await openApp(page);
    await openSample(page, 'Group checkout', 17);
    await page.evaluate(() =>
      window.replayground?.send({ type: 'CheckIn', data: { stayId: 'stay-9', guest: 'Ada', room: '9' } }),
    );
    await runNote(page, 'StartGroupCheckout');
    await form(page, 'StartGroupCheckout').getByText('By hand').click();
    await form(page, 'StartGroupCheckout').getByRole('button', { name: 'Send', exact: true }).click();

    await expect(timeline(page).getByText(/^Showing event 18 of \d+/)).toBeVisible();
    await timeline(page).getByRole('button', { name: 'Next', exact: true }).click();
    await expect(
      timeline(page)
        .getByText(/^Showing event 19 of \d+|now/)
        .first(),
    ).toBeVisible();
    while (await timeline(page).getByRole('button', { name: 'Next', exact: true }).isVisible())
      await timeline(page).getByRole('button', { name: 'Next', exact: true }).press('Enter');
    await expect(timeline(page).locator(':focus').or(page.locator('[data-region="timeline"]:focus'))).toHaveCount(1);
  });

  test('slow, a command is shown hop by hop by itself', async ({ page }) => {
    await openApp(page);
    await runNote(page, 'OpenCart');
    await form(page, 'OpenCart').getByText('Slow').click();
    await sendByEnter(page, /^Showing event 18 of 19/);
    await positionIs(page, 19, 19);
  });
});
