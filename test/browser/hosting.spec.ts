import { fileURLToPath } from 'node:url';
import { serveFolder } from '../support/serveFolder.ts';
import {
  expect,
  form,
  note,
  openApp,
  positionIs,
  reloadApp,
  runNote,
  sendByEnter,
  test,
  withoutFilePickers,
} from './support/journey.ts';
import { storedForOffline } from './support/offline.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

test.describe('the built app', () => {
  test.use({ serviceWorkers: 'allow' });

  test('opens without a network after the first visit, the code editor included', async ({ page, context }) => {
    await openApp(page);
    await storedForOffline(page);

    await context.setOffline(true);
    await reloadApp(page);

    await positionIs(page, 18, 18);
    await note(page, 'Decider', 'ShoppingCart').click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByRole('tab', { name: 'Code' }).click();
    await expect(inspector.locator('.monaco-editor')).toBeVisible({ timeout: 30_000 });
    await runNote(page, 'OpenCart');
    await sendByEnter(page, 'CartOpened appended to ShoppingCart-cart-5, now at version 1.');
  });

  test('works from a folder of any static host', async ({ page }) => {
    const host = await serveFolder(dist, '/some/folder/');

    await openApp(page, host.address);
    await runNote(page, 'OpenCart');
    await sendByEnter(page, 'CartOpened appended to ShoppingCart-cart-5, now at version 1.');

    await page.close();
    await host.close();
  });

  test('carries its security policy, and keeps to it', async ({ page }) => {
    const violations: string[] = [];
    await page.exposeFunction('reportViolation', (words: string) => violations.push(words));
    await page.addInitScript(() => {
      document.addEventListener('securitypolicyviolation', (event) => {
        const report = (window as unknown as { reportViolation: (words: string) => void }).reportViolation;
        report(`${event.violatedDirective} ${event.blockedURI}`);
      });
    });
    await openApp(page);
    await note(page, 'Decider', 'ShoppingCart').click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByRole('tab', { name: 'Code' }).click();
    await expect(inspector.locator('.monaco-editor')).toBeVisible({ timeout: 30_000 });

    const policy = await page.locator('meta[http-equiv="Content-Security-Policy"]').getAttribute('content');
    expect(policy?.replace(/'sha256-[^']+'/, "'sha256-…'").split('; ')).toEqual([
      "default-src 'self'",
      "script-src 'self' 'sha256-…'",
      "style-src 'self' 'unsafe-inline'",
      "img-src 'self' data: blob:",
      "font-src 'self' data:",
      "connect-src 'self'",
      "worker-src 'self' blob:",
      "frame-src 'none'",
      "object-src 'none'",
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(violations).toEqual([]);
  });
});

test.describe('an address that is not secure, as in a classroom', () => {
  test('every journey works, and what is missing is said in one line', async ({ page, baseURL }) => {
    await withoutFilePickers(page);
    await openApp(page, (baseURL ?? '').replace('localhost', '192.168.7.7'));
    expect(await page.evaluate(() => isSecureContext)).toBe(false);
    await expect(page.getByText('This address is not secure (no https)')).toBeVisible();

    await runNote(page, 'OpenCart');
    await sendByEnter(page, 'CartOpened appended to ShoppingCart-cart-5, now at version 1.');
    await expect(form(page, 'OpenCart')).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Step back' }).click();
    await positionIs(page, 18, 19);
    await page.getByRole('button', { name: 'Return to now' }).click();
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Save file' }).click();
    expect((await download).suggestedFilename()).toBe('shopping-cart.replayground.json');

    await page.reload();
    await openApp(page, (baseURL ?? '').replace('localhost', '192.168.7.7'));
    await positionIs(page, 19, 19);
  });

  test('policies react there too', async ({ page, baseURL }) => {
    await openApp(page, (baseURL ?? '').replace('localhost', '192.168.7.7'));
    await page.getByRole('button', { name: 'Other models' }).click();
    await page.getByRole('menuitem', { name: 'All models' }).click();
    await page.getByRole('button', { name: 'Open Group checkout as your copy' }).click();
    await positionIs(page, 17, 17);

    await page.evaluate(async () => {
      await window.replayground?.send({ type: 'CheckIn', data: { stayId: 'stay-9', guest: 'Ada', room: '9' } });
      await window.replayground?.send({
        type: 'StartGroupCheckout',
        data: { groupCheckoutId: 'group-9', clerk: 'Bo', stayIds: ['stay-9'] },
      });
      await window.replayground?.settled();
    });

    await positionIs(page, 22, 22);
  });
});
