import { addByKey, addNext } from './support/drawing.ts';
import { expectNoViolations } from './support/expectNoViolations.ts';
import {
  arrow,
  expect,
  newBoard,
  note,
  openApp,
  positionIs,
  runNote,
  selectNote,
  sendByEnter,
  test,
} from './support/journey.ts';

for (const colorScheme of ['light', 'dark'] as const)
  test(`no view has a grave accessibility fault, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });

    await openApp(page);
    await positionIs(page, 18, 18);
    await expectNoViolations(page, 'first visit');

    await runNote(page, 'AddProductItem');
    await expectNoViolations(page, 'command form');
    await sendByEnter(page, /ProductItemAdded appended/);
    await expectNoViolations(page, 'outcome');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Step back' }).click();
    await expect(page.getByText('As of event 18 of 19.')).toBeVisible();
    await expectNoViolations(page, 'in the past');

    await note(page, 'Decider', 'ShoppingCart').click();
    for (const tab of ['Details', 'Specs', 'Code']) {
      await inspector.getByRole('tab', { name: new RegExp(`^${tab}`) }).click();
      if (tab === 'Code') await expect(inspector.locator('.monaco-editor')).toBeVisible({ timeout: 30_000 });
      await expectNoViolations(page, tab);
    }

    await page.getByRole('button', { name: 'Keyboard shortcuts' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectNoViolations(page, 'shortcuts');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Other models' }).click();
    await page.getByRole('menuitem', { name: 'All models' }).click();
    await expect(page.getByRole('heading', { name: 'Models', exact: true })).toBeVisible();
    await expectNoViolations(page, 'models');
    await context.close();
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`nor has any other way to look at the wall, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    await openApp(page);
    await positionIs(page, 18, 18);
    await note(page, 'Read model', 'ClientSummary').click();
    await page.keyboard.press('Delete');

    await page.keyboard.press('m');
    await expect(page.getByRole('group', { name: 'Minimap' })).toBeVisible();
    await page.keyboard.press('ControlOrMeta+a');
    await page.keyboard.press('Shift+l');
    await expect(note(page, 'Decider', 'ShoppingCart')).toHaveAccessibleName(/ Locked\.$/);
    await expectNoViolations(page, 'minimap and locked notes');
    await note(page, 'Decider', 'ShoppingCart').focus();
    await page.keyboard.press('w');
    await expect(arrow(page, 'ShoppingCart', 'CartOpened')).toBeFocused();
    await expectNoViolations(page, 'an arrow');
    await page.getByRole('button', { name: 'Views …' }).click();
    await page.getByRole('menuitem', { name: /^Keep what is seen/ }).click();
    await expect(page.getByRole('dialog', { name: 'Views of the wall' })).toBeVisible();
    await expectNoViolations(page, 'views');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Present', exact: true }).click();
    await expect(page.getByRole('button', { name: 'Stop presenting' })).toBeVisible();
    await expectNoViolations(page, 'presenting');
    await page.getByRole('button', { name: 'Stop presenting' }).click();

    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Outline of the wall' }).click();
    await expect(page.getByRole('table', { name: 'Outline of the wall' })).toBeVisible();
    await expectNoViolations(page, 'outline');
    await page.getByRole('button', { name: 'Back to the wall' }).click();

    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('menuitem', { name: 'History of the wall' }).click();
    await expect(page.getByText('The wall after edit 4 of 4')).toBeVisible();
    await expectNoViolations(page, 'history of the wall');
    await page.keyboard.press('Home');
    await page.getByRole('tab', { name: /^Changes/ }).click();
    await page.getByRole('button', { name: 'Compare from here' }).click();
    await page.keyboard.press('End');
    await expectNoViolations(page, 'comparing two moments');
    await context.close();
  });

for (const colorScheme of ['light', 'dark'] as const)
  test(`nor has anything that opens over the wall or beside it, ${colorScheme}`, async ({ browser }) => {
    test.setTimeout(180_000);
    const context = await browser.newContext({ colorScheme, reducedMotion: 'reduce' });
    const page = await context.newPage();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    const dialog = page.getByRole('dialog');
    await openApp(page);
    await positionIs(page, 18, 18);

    await addByKey(page, 'Domain event', 'ShipOrder');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Minimap' }).click();
    await page.keyboard.press('Escape');
    await expect(inspector.getByRole('heading', { name: 'Problems' })).toBeVisible();
    await expectNoViolations(page, 'problems, and the minimap');

    await note(page, 'Command', 'OpenCart').click();
    await page.keyboard.press('Shift+L');
    await page.keyboard.press('Shift+F10');
    await expect(page.getByRole('menu', { name: 'OpenCart' })).toBeVisible();
    await expectNoViolations(page, 'a locked note and its menu');
    await page.keyboard.press('Escape');

    await page.keyboard.press('ControlOrMeta+a');
    await expect(inspector.getByRole('heading', { name: '15 notes and 25 arrows' })).toBeVisible();
    await expectNoViolations(page, 'several notes');

    await arrow(page, 'ShoppingCart', 'CartConfirmed').focus();
    await page.keyboard.press('Space');
    await expect(inspector.getByRole('heading', { name: 'Arrow' })).toBeVisible();
    await expectNoViolations(page, 'an arrow');

    await page.keyboard.press('ControlOrMeta+f');
    await page.keyboard.type('cart');
    await expect(page.getByText(/^1 of \d{2,}$/)).toBeVisible();
    await expectNoViolations(page, 'find');
    await page.keyboard.press('Escape');

    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('add');
    await expect(page.getByRole('option').first()).toBeVisible();
    await expectNoViolations(page, 'the palette of everything');
    await page.keyboard.press('Escape');

    await note(page, 'Domain event', 'CartCanceled').focus();
    await page.keyboard.press('F2');
    await page.keyboard.type('CartGivenUp');
    await page.keyboard.press('Enter');
    await expect(dialog).toContainText('Rename CartCanceled to CartGivenUp');
    await expectNoViolations(page, 'a rename');
    await page.keyboard.press('Escape');

    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Open a decider written elsewhere…' }).click();
    await expect(dialog).toBeVisible();
    await expectNoViolations(page, 'from code to the wall');
    await page.keyboard.press('Escape');

    await selectNote(page, 'Read model', 'CartDetails');
    await inspector.getByRole('tab', { name: 'Details' }).click();
    await expectNoViolations(page, 'a read model');
    await context.close();
  });

test('the keyboard alone draws, runs, replays and finds its way', async ({ page }) => {
  await openApp(page);
  await newBoard(page);
  await addByKey(page, 'Command', 'OpenAccount');
  await addNext(page, ['Command', 'OpenAccount'], 'Decider', 'Account');
  await addNext(page, ['Decider', 'Account'], 'Domain event', 'AccountOpened');
  await addNext(page, ['Domain event', 'AccountOpened'], 'Read model', 'Accounts');
  await expect(arrow(page, 'AccountOpened', 'Accounts')).toBeAttached();

  await page.keyboard.press('Escape');
  await note(page, 'Command', 'OpenAccount').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ControlOrMeta+Enter');
  await expect(page.getByRole('button', { name: 'Send' })).toBeFocused();
  await sendByEnter(page, 'AccountOpened appended to Account-1, now at version 1.');
  await page.keyboard.press('Escape');

  await page.keyboard.press('ControlOrMeta+[');
  await positionIs(page, 0, 1);
  await page.keyboard.press('ControlOrMeta+]');
  await positionIs(page, 1, 1);

  await page.keyboard.press('ControlOrMeta+Shift+l');
  await expect(page.getByRole('heading', { name: 'Models', exact: true })).toBeVisible();
  await page.getByRole('button', { name: 'Back to the wall' }).press('Enter');
  await expect(note(page, 'Decider', 'Account')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(note(page, 'Read model', 'Accounts')).toHaveCount(0);
});
