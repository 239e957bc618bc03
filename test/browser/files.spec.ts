import { readFile } from 'node:fs/promises';
import { addByKey } from './support/drawing.ts';
import { dropFile, savedText } from './support/files.ts';
import { expect, newBoard, note, openApp, positionIs, recorded, test, withoutFilePickers } from './support/journey.ts';
import { openSample } from './support/models.ts';

test.describe('a file dropped on the window', () => {
  test('is looked at first, and opens as a model of its own with everything in it', async ({ page }) => {
    await openApp(page);
    await openSample(page, 'Group checkout', 17);
    const readModels = ['FolioBalance', 'FrontDesk', 'GroupProgress'];
    const [text, before] = [await savedText(page), await recorded(page, readModels)];
    await newBoard(page);

    await dropFile(page, { name: 'friends.json', text });
    const preview = page.getByRole('dialog', { name: 'Open “Group checkout”?' });
    await expect(preview).toContainText('friends.json');
    await expect(preview).toContainText('17 events');
    await expect(preview).toContainText('It runs only in the sandbox, without network or storage.');
    await preview.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('An empty wall')).toBeVisible();
    await positionIs(page, 0, 0);

    await dropFile(page, { name: 'friends.json', text });
    await preview.getByRole('button', { name: 'Open as new' }).click();
    await positionIs(page, 17, 17);
    expect(await recorded(page, readModels)).toEqual(before);
    expect(JSON.parse(await savedText(page))).toEqual({ ...JSON.parse(text), modelId: expect.any(String) });
  });

  test('says in a sentence why it cannot be opened, and the open board stays', async ({ page }) => {
    await openApp(page);
    const model = JSON.parse(await savedText(page));
    const pretty = (value: unknown) => JSON.stringify(value, null, 2);
    const lineOf = (text: string, words: string) =>
      text.split('\n').findIndex((line) => line.startsWith(`  "${words}"`)) + 1;
    const withNotesInWords = pretty({ ...model, notes: 'fifteen of them' });
    const cases = [
      {
        file: { name: 'broken.json', text: pretty(model).replace('"settings": {', '"settings" {') },
        says: `This is not a Replayground model: line ${lineOf(pretty(model), 'settings')} is not JSON.`,
      },
      {
        file: { name: 'drawing.json', text: '{"type":"excalidraw","elements":[]}' },
        says: 'This is not a Replayground model: line 1, `format` is missing.',
      },
      {
        file: { name: 'notes.json', text: withNotesInWords },
        says: `This is not a Replayground model: line ${lineOf(withNotesInWords, 'notes')}, \`notes\` should be a list.`,
      },
      {
        file: { name: 'deep.json', text: `${'['.repeat(100_000)}${']'.repeat(100_000)}` },
        says: 'This is not a Replayground model: lists and objects are nested deeper than 120 levels.',
      },
      {
        file: { name: 'large.json', megabytes: 101 },
        says: 'This is not a Replayground model: it has 101 MB, and models of up to 100 MB can be opened.',
      },
      { file: { name: 'empty.json', text: '' }, says: 'This is not a Replayground model: it is empty.' },
    ];

    for (const { file, says } of cases)
      await test.step(file.name, async () => {
        await dropFile(page, file);
        const message = page.getByRole('alert').filter({ hasText: says });
        await expect(message).toContainText(`${says} Your open model is unchanged.`);
        await message.getByRole('button', { name: 'Dismiss' }).click();
        await expect(message).toHaveCount(0);
      });
    await test.step('a newer format', async () => {
      await dropFile(page, { name: 'newer.json', text: pretty({ ...model, formatVersion: 3 }) });
      await expect(page.getByRole('alert')).toContainText(
        'This file has format 3; this version reads up to 1. Reload to update the app, or ask for format 1. Nothing was opened.',
      );
    });

    expect(JSON.parse(await savedText(page))).toEqual(model);
    await expect(page.getByRole('dialog')).toHaveCount(0);
  });

  test('loses what would change how objects behave, and says so before it is opened', async ({ page }) => {
    await openApp(page);
    const text = (await savedText(page)).replace('"settings": {', '"settings": { "__proto__": { "isAdmin": true },');

    await dropFile(page, { name: 'hostile.json', text });
    await expect(page.getByRole('dialog')).toContainText('Left out every field named `__proto__`');
    await page.getByRole('button', { name: 'Open as new' }).click();

    await expect(page.getByRole('dialog')).toHaveCount(0);
    await positionIs(page, 18, 18);
    expect(await page.evaluate(() => 'isAdmin' in {})).toBe(false);
    expect(await savedText(page)).not.toContain('isAdmin');
  });
});

test('saved with the history of the wall, a model can be walked back through its drawing elsewhere', async ({
  page,
}) => {
  await withoutFilePickers(page);
  await openApp(page);
  await newBoard(page);
  await addByKey(page, 'Command', 'OpenAccount');
  await addByKey(page, 'Domain event', 'AccountOpened');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'Save with the wall’s history' }).click();
  const text = await readFile(await (await download).path(), 'utf8');

  await page.getByRole('button', { name: 'Menu', exact: true }).click();
  await page.getByRole('menuitem', { name: 'New board' }).click();
  await expect(page.getByText('An empty wall')).toBeVisible();
  await dropFile(page, { name: 'with-history.json', text });
  await page.getByRole('button', { name: 'Open as new' }).click();

  await expect(note(page, 'Domain event', 'AccountOpened')).toBeVisible();
  await page.getByRole('main', { name: 'Wall' }).focus();
  await page.keyboard.press('ControlOrMeta+z');
  await page.keyboard.press('ControlOrMeta+z');
  await expect(note(page, 'Domain event', 'AccountOpened')).toHaveCount(0);
  await expect(note(page, 'Command', 'OpenAccount')).toBeVisible();
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await page.keyboard.press('ControlOrMeta+Shift+z');
  await expect(note(page, 'Domain event', 'AccountOpened')).toBeVisible();
});
