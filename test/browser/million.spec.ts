import { readFile } from 'node:fs/promises';
import { expect, openApp, positionIs, test, timeline, withoutFilePickers } from './support/journey.ts';
import { veryLongModel } from './support/longModel.ts';
import { pickForModel, showModels } from './support/models.ts';

test('a long history is copied, branched and saved as it is', async ({ page }) => {
  const [length, needle] = [20_000, 15_003];
  await withoutFilePickers(page);
  await openApp(page);
  const model = await veryLongModel(page, length, needle);
  await page.evaluate((file) => window.replayground?.openModel({ ...file, name: 'Long' }), model);
  await positionIs(page, length, length);

  await test.step('its events leave as JSON Lines, each on a line', async () => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Menu', exact: true }).click();
    await page.getByRole('menuitem', { name: 'Save the events as JSON Lines' }).click();
    const lines = (await readFile(await (await download).path(), 'utf8')).trimEnd().split('\n');
    expect(lines.length).toBe(length);
    expect(JSON.parse(lines[needle - 1] ?? '')).toMatchObject(model.history.events[needle - 1] ?? {});
  });
  await test.step('its file is what was opened', async () => {
    const download = page.waitForEvent('download');
    await page.keyboard.press('ControlOrMeta+s');
    const saved = JSON.parse(await readFile(await (await download).path(), 'utf8'));
    expect(saved.history.events).toEqual(model.history.events);
  });
  await test.step('a branch in the middle begins with half of it', async () => {
    await page.evaluate(() => window.replayground?.seek(10_000));
    await timeline(page).getByRole('slider').focus();
    await page.keyboard.press('Shift+b');
    await positionIs(page, 10_000, 10_000);
    expect(await page.evaluate(() => window.replayground?.events({ from: 10_000 }))).toMatchObject([
      model.history.events[9_999] ?? {},
    ]);
  });
  await test.step('a copy of the model holds what the branch does', async () => {
    await showModels(page);
    await pickForModel(page, 'Long', 'Duplicate');
    await page.getByRole('button', { name: 'Open Long (copy)', exact: true }).click();
    await positionIs(page, 10_000, 10_000);
  });
});
