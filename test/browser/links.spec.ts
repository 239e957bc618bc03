import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { savedText } from './support/files.ts';
import { expect, newBoard, openApp, positionIs, recorded, test } from './support/journey.ts';
import { openSample } from './support/models.ts';

/** Makes a link in the dialog and copies it, as one would before pasting it into a mail. */
const copyLink = async (page: Page): Promise<string> => {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.getByRole('button', { name: 'Share…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByText('A link', { exact: true }).click();
  await dialog.getByRole('button', { name: 'Make the link' }).click();
  await dialog.getByRole('button', { name: 'Copy the link' }).click();
  await expect(dialog.getByText('Copied.')).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  await expect(dialog).toContainText(`The link has ${link.length.toLocaleString('en')} characters.`);
  await page.keyboard.press('Escape');
  return link;
};

test.describe('a link that holds the model', () => {
  test('opens on another machine with the same events, states and read models', async ({ page, browser, baseURL }) => {
    await openApp(page);
    await openSample(page, 'Group checkout', 17);
    const readModels = ['FolioBalance', 'FrontDesk', 'GroupProgress'];
    const [text, before] = [await savedText(page), await recorded(page, readModels)];
    const link = await copyLink(page);
    expect(link.startsWith(`${baseURL}/#model=1.`)).toBe(true);

    const elsewhere = await browser.newContext({ serviceWorkers: 'block' });
    const other = await elsewhere.newPage();
    await openApp(other, link);
    const preview = other.getByRole('dialog', { name: 'Open “Group checkout”?' });
    await expect(preview).toContainText('a link');
    await expect(preview).toContainText('17 events');
    expect(other.url()).toBe(`${baseURL}/`);
    expect((await recorded(other, [])).position).toBe(18);
    await preview.getByRole('button', { name: 'Open as new' }).click();
    await positionIs(other, 17, 17);

    expect(await recorded(other, readModels)).toEqual(before);
    expect(JSON.parse(await savedText(other))).toEqual({ ...JSON.parse(text), modelId: expect.any(String) });
    await elsewhere.close();
  });

  test('is looked at in a tab where the app is open, and says what broke it', async ({ page }) => {
    await openApp(page);
    const link = await copyLink(page);
    await newBoard(page);

    await page.evaluate((address) => location.assign(address), link);
    const preview = page.getByRole('dialog', { name: 'Open “Shopping cart”?' });
    await preview.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('An empty wall')).toBeVisible();
    expect(new URL(page.url()).hash).toBe('');

    await page.evaluate((address) => location.assign(address), link.slice(0, 2_000));
    await expect(page.getByRole('alert')).toContainText('Something cut it on the way; ask for the model as a file.');
    expect(new URL(page.url()).hash).toBe('');
    await expect(page.getByText('An empty wall')).toBeVisible();
    await expect(preview).toHaveCount(0);
  });
});

test.describe('an address', () => {
  test('opens a file of its own server once it was looked at, at the moment that it names', async ({ page }) => {
    await openApp(page);
    const text = await savedText(page);
    await page.route('**/models/loans.json', (route) => route.fulfill({ body: text, contentType: 'application/json' }));

    await openApp(page, '/?open=models/loans.json&at=7&theme=plain');
    const preview = page.getByRole('dialog', { name: 'Open “Shopping cart”?' });
    await expect(preview).toContainText('/models/loans.json');
    expect(new URL(page.url()).search).toBe('?theme=plain');
    await preview.getByRole('button', { name: 'Open as new' }).click();

    await positionIs(page, 7, 18);
  });

  test('opens recorded events once they were looked at, at the moment that it names', async ({ page }) => {
    const body = await readFile(new URL('../files/events/carts.jsonl', import.meta.url), 'utf8');
    await page.route('**/carts.jsonl', (route) => route.fulfill({ body }));
    await openApp(page, '/?open=carts.jsonl&at=2');
    const look = page.getByRole('dialog', { name: 'Import events from carts.jsonl' });
    await expect(look).toContainText(/, from http:.*\/carts\.jsonl/);
    await look.getByRole('button', { name: /^Import \d+ events$/ }).click();

    await expect(page.getByRole('slider', { name: 'Place in history' })).toHaveAttribute('aria-valuenow', '2');
  });

  test('opens a sample and plays it from its start', async ({ page }) => {
    await openApp(page, '/?open=sample:group-checkout&autoplay');

    await expect(page.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect(page.getByRole('slider', { name: 'Place in history' })).toHaveAttribute('aria-valuemax', '17');
    expect(new URL(page.url()).search).toBe('');
  });

  test('of another server is fetched by a page of its own, once somebody says so', async ({ page }) => {
    await openApp(page);
    const text = await savedText(page);
    let asked = 0;
    await page.route('https://other.example/**', (route) => {
      asked += 1;
      return route.fulfill({ body: text, headers: { 'access-control-allow-origin': '*' } });
    });

    await openApp(page, '/?open=https://other.example/loans.json&at=3');
    const offer = page.getByRole('alert').filter({ hasText: 'tells other.example your network address' });
    await expect(offer).toBeVisible();
    expect(asked).toBe(0);
    await offer.getByRole('button', { name: 'Fetch it' }).click();
    const preview = page.getByRole('dialog', { name: 'Open “Shopping cart”?' });
    await expect(preview).toContainText('https://other.example/loans.json');
    await preview.getByRole('button', { name: 'Open as new' }).click();
    await positionIs(page, 3, 18);

    await page.goto('/elsewhere.html?url=https://other.example/loans.json');
    await expect(page.getByRole('button', { name: 'Fetch it' })).toBeVisible();
    expect(asked).toBe(1);
  });

  test('that leads to no file, or to no lesson, is told so', async ({ page }) => {
    await openApp(page, '/?open=javascript:alert(1)');
    await expect(page.getByRole('alert')).toContainText('javascript:alert(1) is no address of a file.');

    await openApp(page, '/?lesson=knitting');
    await expect(page.getByRole('alert')).toContainText('There is no lesson named knitting.');
    expect(new URL(page.url()).search).toBe('');
  });
});
