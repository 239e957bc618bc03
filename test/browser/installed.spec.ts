import { cp, mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { hashOfModel } from '../../src/files/link/modelLink.ts';
import { serveFolder } from '../support/serveFolder.ts';
import { savedText } from './support/files.ts';
import { expect, newBoard, note, openApp, openInspectorTab, positionIs, test } from './support/journey.ts';
import { showModels } from './support/models.ts';
import { storedForOffline } from './support/offline.ts';

const dist = fileURLToPath(new URL('../../dist', import.meta.url));

/** The built app as if it had been built again: another page, and another version in its service worker. */
const buildAgain = async (folder: string, title: string): Promise<void> => {
  const change = async (file: string, from: RegExp, to: string) => {
    const text = await readFile(join(folder, file), 'utf8');
    expect(text).toMatch(from);
    await writeFile(join(folder, file), text.replace(from, to));
  };
  await change(
    'index.html',
    /<meta\s+name="description"/,
    `<meta name="build" content="${title}"><meta name="description"`,
  );
  await change('sw.js', /"version":"\w+"/, `"version":"${title}"`);
};

test.describe('the app from a folder of a static host', () => {
  test.use({ serviceWorkers: 'allow' });

  test('says when a newer version is there, and takes it when it is asked to', async ({ page, context }) => {
    const folder = await mkdtemp(join(tmpdir(), 'replayground-'));
    await cp(dist, folder, { recursive: true });
    const host = await serveFolder(folder, '/some/folder/');
    await openApp(page, host.address);
    await storedForOffline(page);
    await expect(page.getByText('A new version is ready')).toHaveCount(0);

    const other = await context.newPage();
    await openApp(other, host.address);

    await buildAgain(folder, 'second');
    await openApp(page, host.address);
    await expect(page.getByText('A new version is ready: reload when it suits you.')).toBeVisible();
    await expect(page.locator('meta[name="build"]')).toHaveCount(0);

    await page.getByRole('banner').getByRole('button', { name: 'Reload with the new version' }).click();
    // The browser lets the older version end what it is at.
    await expect(page.locator('meta[name="build"]')).toHaveAttribute('content', 'second', { timeout: 60_000 });
    await openApp(page, host.address);
    await expect(page.getByRole('button', { name: 'Reload with the new version' })).toHaveCount(0);

    await test.step('and the tab beside it goes on with what it has', async () => {
      await expect(other.locator('meta[name="build"]')).toHaveCount(0);
      await rm(join(folder, 'assets'), { recursive: true });
      await note(other, 'Decider', 'ShoppingCart').click();
      await openInspectorTab(other, 'Code');
      await expect(other.getByRole('textbox', { name: /Code of/ })).toBeVisible();
    });

    await page.close();
    await other.close();
    await host.close();
    await rm(folder, { recursive: true });
  });

  test('fetches at a later visit what broke off at the first, and keeps nobody waiting for it', async ({
    page,
    context,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), 'replayground-'));
    await cp(dist, folder, { recursive: true });
    const build = /^const build = (.*);$/m.exec(await readFile(join(folder, 'sw.js'), 'utf8'));
    const { rest } = JSON.parse(build?.[1] ?? '') as { rest: string[] };
    let letGo = () => {};
    const late = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    const host = await serveFolder(folder, '/some/folder/', (path) => (rest.includes(`./${path}`) ? late : null));
    await openApp(page, host.address);
    await page.waitForFunction(() => navigator.serviceWorker.controller !== null);
    await openApp(page, host.address);

    for (const path of rest) await rename(join(folder, path), join(folder, `${path}.later`));
    letGo();
    expect((await page.request.get(`${host.address}${rest[0]}`)).status()).toBe(404);
    for (const path of rest) await rename(join(folder, `${path}.later`), join(folder, path));
    await openApp(page, host.address);
    await storedForOffline(page);

    await context.setOffline(true);
    await openApp(page, host.address);
    await note(page, 'Decider', 'ShoppingCart').click();
    await openInspectorTab(page, 'Code');
    await expect(page.locator('.monaco-editor').first()).toBeVisible();

    await page.close();
    await host.close();
    await rm(folder, { recursive: true });
  });

  test('opens what an address asks for without a network, and leaves pages beside it alone', async ({
    page,
    context,
  }) => {
    const folder = await mkdtemp(join(tmpdir(), 'replayground-'));
    await cp(dist, folder, { recursive: true });
    await writeFile(
      join(folder, 'notes.html'),
      '<!doctype html><link rel="icon" href="icon.svg"><title>Notes of the course</title>',
    );
    const host = await serveFolder(folder, '/some/folder/');
    await openApp(page, host.address);
    await storedForOffline(page);
    await page.goto(`${host.address}notes.html`);
    await expect(page).toHaveTitle('Notes of the course');

    await context.setOffline(true);
    await openApp(page, `${host.address}?open=sample:group-checkout&at=5`);
    await positionIs(page, 5, 17);
    expect(page.url()).toBe(host.address);

    await page.close();
    await host.close();
    await rm(folder, { recursive: true });
  });

  test('looks at what is shared with it', async ({ page }) => {
    const host = await serveFolder(dist, '/some/folder/');
    await openApp(page, host.address);
    await storedForOffline(page);
    const text = await savedText(page);

    const answered = await page.evaluate(async (model) => {
      const form = new FormData();
      for (const name of ['Übung 1.json', 'Übung 2.json'])
        form.append('file', new File([model], name, { type: 'application/json' }));
      return (await fetch('./share', { method: 'POST', body: form })).url;
    }, text);
    await openApp(page, answered);
    const preview = page.getByRole('dialog', { name: 'Open “Shopping cart”?' });
    await expect(preview).toContainText('Übung 1.json');
    await expect(preview).toContainText('this is Übung 1.json. The other one was left alone.');
    expect(page.url()).toBe(host.address);

    await openApp(page, answered);
    await expect(page.getByRole('alert')).toContainText('What was shared or fetched is not there.');

    const ofLink = await page.evaluate(
      async (link) => {
        const form = new FormData();
        form.set('text', '');
        form.set('url', link);
        return (await fetch('./share', { method: 'POST', body: form })).url;
      },
      `${host.address}${await hashOfModel(new Blob([text]))}`,
    );
    await openApp(page, ofLink);
    await expect(preview).toContainText('shared text');
    await page.close();
    await host.close();
  });
});

test.describe('the installed app', () => {
  test('can be installed from its menu where the browser offers it', async ({ page }) => {
    await openApp(page);
    const openMenu = () => page.getByRole('button', { name: 'Menu', exact: true }).click();
    await openMenu();
    await expect(page.getByRole('menuitem', { name: 'Keyboard shortcuts' })).toBeVisible();
    await expect(page.getByRole('menuitem', { name: 'Install as an app…' })).toHaveCount(0);
    await page.keyboard.press('Escape');

    const isAsked = page.evaluate(
      () =>
        new Promise<boolean>((resolve) => {
          const offer = new Event('beforeinstallprompt', { cancelable: true });
          dispatchEvent(Object.assign(offer, { prompt: async () => resolve(offer.defaultPrevented) }));
        }),
    );
    await expect(async () => {
      await page.keyboard.press('Escape');
      await openMenu();
      await page.getByRole('menuitem', { name: 'Install as an app…' }).click({ timeout: 1_000 });
    }).toPass();
    expect(await isAsked).toBe(true);
    await openMenu();
    await expect(page.getByRole('menuitem', { name: 'Install as an app…' })).toHaveCount(0);
  });

  test('describes itself with icons that are there', async ({ page, request }) => {
    await openApp(page);
    const href = await page.locator('link[rel="manifest"]').evaluate((link: HTMLLinkElement) => link.href);
    const manifest = await (await request.get(href)).json();

    for (const address of [manifest.start_url, manifest.scope, manifest.id]) expect(address).toBe('./');
    for (const { src, type } of manifest.icons) {
      const icon = await request.get(new URL(src, href).href);
      expect(icon.headers()['content-type']).toContain(type);
    }
    const opened = manifest.file_handlers.flatMap(({ accept }: { accept: object }) => Object.values(accept).flat());
    const carriers = ['.json', '.jsonl', '.ndjson', '.csv', '.tsv', '.yaml', '.yml', '.html', '.svg', '.png'];
    expect(opened.toSorted()).toEqual(carriers.toSorted());
    const purposes = manifest.icons.map(({ purpose = 'any' }: { purpose?: string }) => purpose);
    expect(purposes).toContain('maskable');
  });

  test('looks at a file that the system opens with it', async ({ page }) => {
    await page.addInitScript(() => {
      const launchQueue = { setConsumer: (consume: unknown) => Object.assign(window, { consume }) };
      Object.defineProperty(window, 'launchQueue', { value: launchQueue });
    });
    await openApp(page);
    const text = await savedText(page);
    await page.waitForFunction(() => 'consume' in window);

    await page.evaluate((model) => {
      const handle = { getFile: async () => new File([model], 'loans.json') };
      (window as unknown as { consume: (launch: object) => void }).consume({ files: [handle] });
    }, text);

    await expect(page.getByRole('dialog', { name: 'Open “Shopping cart”?' })).toContainText('loans.json');
  });
});

test('a model’s text is looked at wherever it is pasted, but in a field', async ({ page }) => {
  await openApp(page);
  const text = await savedText(page);
  const paste = async (words: string) => {
    await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.evaluate((copied) => navigator.clipboard.writeText(copied), words);
    await page.keyboard.press('ControlOrMeta+v');
  };
  const preview = page.getByRole('dialog', { name: 'Open “Shopping cart”?' });

  await newBoard(page);
  await paste(text);
  await expect(preview).toContainText('pasted model');
  await preview.getByRole('button', { name: 'Cancel' }).click();
  await expect(page.getByText('An empty wall')).toBeVisible();

  await paste(text.replace('"notes": [', '"notes": "'));
  await expect(page.getByRole('alert')).toContainText('This is not a Replayground model: line');

  await showModels(page);
  await paste(text);
  await preview.getByRole('button', { name: 'Cancel' }).click();

  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('a');
  await paste(text);
  await expect(page.locator('input:focus')).toHaveValue(/replayground/);
  await expect(preview).toHaveCount(0);
});
