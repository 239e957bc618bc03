import { readFile } from 'node:fs/promises';
import { strFromU8, unzipSync } from 'fflate';
import { expect, openApp, test, withoutFilePickers } from './support/journey.ts';

test('a model leaves as a project for production, and says what stays', async ({ page }) => {
  await withoutFilePickers(page);
  await openApp(page);
  await page.getByRole('button', { name: 'Share…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByText('A project for production', { exact: true }).click();
  await expect(dialog.getByRole('region', { name: 'What does not go along' })).toContainText('RemovedProducts');
  await expect(dialog.getByRole('status')).toHaveText(/^The zip will have \d+(\.\d)? kB\.$/u);

  const download = page.waitForEvent('download');
  await dialog.getByRole('button', { name: 'Save the project…' }).click();
  const file = await download;
  await expect(page.getByText('Saved Shopping cart as a project.')).toBeVisible();

  expect(file.suggestedFilename()).toBe('shopping-cart.zip');
  const files = unzipSync(await readFile(await file.path()));
  const textAt = (path: string) => strFromU8(files[`shopping-cart/${path}`] ?? new Uint8Array());
  expect(Object.keys(files)).toEqual(
    expect.arrayContaining(
      [
        'README.md',
        'docker-compose.yml',
        'package.json',
        'seed/recorded.json',
        'src/deciders/ShoppingCart/code/ShoppingCart.ts',
        'src/deciders/ShoppingCart/specifications.test.ts',
        'src/main.ts',
        'src/read-models/CartDetails/code/CartDetails.ts',
      ].map((path) => `shopping-cart/${path}`),
    ),
  );
  expect(JSON.parse(textAt('package.json'))).toMatchObject({
    name: 'shopping-cart',
    dependencies: { '@event-driven-io/emmett': '0.42.0', '@event-driven-io/emmett-postgresql': '0.42.0' },
  });
  expect(JSON.parse(textAt('seed/recorded.json')).steps).toHaveLength(21);
});
