// Draws the installed app's icons out of public/icon.svg: `node test/support/drawIcons.mjs` after a change of it.
import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { launchOptions } from './findChromium.mjs';

const folder = fileURLToPath(new URL('../../public/', import.meta.url));
const drawing = readFileSync(`${folder}icon.svg`, 'utf8');

/** What a system may cut into any shape is filled to its edges, with the drawing in the middle that is always seen. */
const icons = [
  { name: 'icon-192', size: 192, drawn: 1, ground: 'transparent' },
  { name: 'icon-512', size: 512, drawn: 1, ground: 'transparent' },
  { name: 'maskable-512', size: 512, drawn: 0.62, ground: '#fff3e6' },
];

const browser = await chromium.launch(launchOptions());
for (const { name, size, drawn, ground } of icons) {
  const page = await browser.newPage({ viewport: { width: size, height: size } });
  const style = `margin:0;display:grid;place-items:center;height:100vh;background:${ground}`;
  const picture = drawing.replace('<svg ', `<svg width="${size * drawn}" height="${size * drawn}" `);
  await page.setContent(`<!doctype html><body style="${style}">${picture}`);
  await page.screenshot({ path: `${folder}icons/${name}.png`, omitBackground: true });
  await page.close();
}
await browser.close();
