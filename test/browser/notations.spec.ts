import { readFile } from 'node:fs/promises';
import type { Page } from '@playwright/test';
import { hashOfModel } from '../../src/files/link/modelLink.ts';
import { dropFile, savedText } from './support/files.ts';
import { arrow, expect, newBoard, note, openApp, paste, test, withoutFilePickers } from './support/journey.ts';

const openShare = async (page: Page, way: string) => {
  await page.getByRole('button', { name: 'Share…' }).click();
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByRole('radio', { name: way, exact: true }).check();
  return dialog;
};

test('a file in emlang is looked at, with what was guessed and left out, and opens as a wall laid out along time', async ({
  page,
}) => {
  await openApp(page);
  const text = await readFile(new URL('../files/notations/files/library.emlang.yaml', import.meta.url), 'utf8');
  await dropFile(page, { name: 'library.emlang.yaml', text });
  const preview = page.getByRole('dialog', { name: 'Open “Library”?' });
  await expect(preview).toContainText('11 notes');
  await expect(preview).toContainText('Guessed that Reminder is a policy: it follows an event.');
  await preview.getByRole('button', { name: 'Open as new' }).click();

  await expect(note(page, 'Command', 'BorrowBook')).toBeVisible();
  await expect(note(page, 'Policy', 'Reminder')).toBeVisible();
  await expect(arrow(page, 'LoanOverdue', 'Reminder')).toBeAttached();
  const { notes } = JSON.parse(await savedText(page)) as { notes: { definitionId: string; x: number }[] };
  const left = (id: string) => notes.find(({ definitionId }) => definitionId === id)?.x ?? Number.NaN;
  expect(left('command-borrowbook')).toBeLessThan(left('decider-loan'));
  expect(left('decider-loan')).toBeLessThan(left('event-bookborrowed'));
});

test('the sample leaves as a document and in other notations, which say what they cannot carry', async ({ page }) => {
  await withoutFilePickers(page);
  await openApp(page);
  const document = await openShare(page, 'A document');
  await expect(document.getByLabel('The document')).toHaveValue(
    /^# Shopping cart\n\n## Diagram\n\n```mermaid\nflowchart/u,
  );
  await document.getByRole('button', { name: 'Copy' }).click();
  await expect(document.getByRole('status')).toHaveText('Copied.');

  await document.getByRole('radio', { name: 'Other notations' }).check();
  await document.getByLabel('Notation', { exact: true }).selectOption('Event Modeling specification (JSON)');
  await expect(document.getByLabel('In this notation')).toHaveValue(/"sliceType": "STATE_CHANGE"/u);
  await expect(document.getByRole('region', { name: 'What it cannot carry' })).toContainText('RemovedProducts');
  const download = page.waitForEvent('download');
  await document.getByRole('button', { name: 'Save…' }).click();
  expect((await download).suggestedFilename()).toBe('shopping-cart.eventmodeling.json');

  await dropFile(page, { name: 'again.json', text: await readFile(await (await download).path(), 'utf8') });
  await expect(page.getByRole('dialog', { name: 'Open “Again”?' })).toContainText(/Specifications[1-9]/);
});

test('slices that are pasted, and a link, are looked at like a file', async ({ page }) => {
  await openApp(page);
  await newBoard(page);
  const looksAt = async (text: string, name: string) => {
    await page.getByRole('main', { name: 'Wall' }).focus();
    await paste(page, text);
    const preview = page.getByRole('dialog', { name: `Open “${name}”?` });
    await preview.getByRole('button', { name: 'Cancel' }).click();
    await expect(page.getByText('An empty wall')).toBeVisible();
  };
  for (const name of ['library.emlang.yaml', 'parking.json'])
    await looksAt(await readFile(new URL(`../files/notations/files/${name}`, import.meta.url), 'utf8'), 'Pasted model');
  const hash = await hashOfModel(new Blob([await savedText(page)]));
  await looksAt(`${page.url()}${hash}`, 'Untitled model');
});
