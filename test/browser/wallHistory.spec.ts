import { contextModel } from './support/contextModel.ts';
import { addByKey, addNext } from './support/drawing.ts';
import { expect, newBoard, note, openApp, test } from './support/journey.ts';

const fileId = '7a1c2f0e-5d8e-4f57-9a55-3f1f0a0f9b97';

test('the wall is shown as it came to be, compared, restored as a new edit and branched from', async ({ page }) => {
  await openApp(page);
  await newBoard(page);
  await addByKey(page, 'Command', 'OpenAccount');
  await addNext(page, ['Command', 'OpenAccount'], 'Decider', 'Account');
  await page.keyboard.press('Delete');
  await expect(note(page, 'Decider', 'Account')).toHaveCount(0);

  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'History of the wall' }).click();
  const history = page.getByRole('main', { name: 'History of the wall' });
  await expect(history.getByRole('status')).toContainText('The wall after edit 6 of 6: Delete Account.');
  await expect(history.getByText('removed', { exact: true })).toBeVisible();

  await page.keyboard.press('ArrowLeft');
  await expect(history.getByRole('status')).toContainText('edit 5 of 6: Rename');
  await expect(note(page, 'Decider', 'Account')).toBeVisible();
  await page.keyboard.press('Delete');
  await expect(note(page, 'Decider', 'Account')).toBeVisible();

  await page.keyboard.press('c');
  await page.keyboard.press('Home');
  await history.getByRole('tab', { name: /^Changes/ }).click();
  await expect(history.getByRole('heading', { name: 'What changed from edit 0 to edit 5' })).toBeVisible();
  await expect(history.getByRole('listitem').filter({ hasText: 'Account: added' }).last()).toContainText('this tab');

  await history.getByRole('slider', { name: 'Place in the history of the wall' }).fill('5');
  await history.getByRole('button', { name: 'Restore this moment' }).click();
  await expect(note(page, 'Decider', 'Account')).toBeVisible();
  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(note(page, 'Decider', 'Account')).toHaveCount(0);
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(note(page, 'Decider', 'Account')).toBeVisible();

  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'History of the wall' }).click();
  await history.getByRole('button', { name: 'Add command' }).first().click();
  await history.getByRole('button', { name: 'New model from here' }).click();
  await expect(page.getByRole('button', { name: /\(from edit 2\)/ })).toBeVisible();
  await expect(page.getByRole('application').getByRole('group')).toHaveCount(1);
});

test('what is fitted is the wall of that moment, and not the present one', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openApp(page);
  const notes = contextModel.notes.map((one) => (one.id === 'note-parcels' ? { ...one, x: 6000 } : one));
  await page.evaluate(
    (model) => window.replayground?.openModel(model),
    JSON.stringify({ ...contextModel, format: 'replayground', formatVersion: 1, modelId: fileId, notes }),
  );
  const parcels = note(page, 'Read model', 'ParcelsToPack');
  await page.getByRole('button', { name: 'Fit everything' }).click();
  await parcels.click();
  await page.keyboard.press('Delete');
  await expect(parcels).toHaveCount(0);
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'History of the wall' }).click();
  const history = page.getByRole('main', { name: 'History of the wall' });
  await expect(history.getByRole('status')).toContainText('Delete ParcelsToPack');
  await page.keyboard.press('ArrowLeft');

  for (const _ of [1, 2, 3, 4]) await page.getByRole('button', { name: 'Zoom in' }).click();
  await expect(parcels).not.toBeInViewport();
  await page.getByRole('button', { name: 'Fit everything' }).click();
  await expect(parcels).toBeInViewport({ ratio: 0.99 });
  await expect(note(page, 'Private event', 'OrderConfirmed')).toBeInViewport({ ratio: 0.99 });
});
