import type { Page } from '@playwright/test';
import { addByKey, addNext, connectByKey } from './support/drawing.ts';
import { arrow, expect, newBoard, note, openApp, test } from './support/journey.ts';

declare global {
  interface Window {
    announced: string[];
  }
}

/** Notes down whatever the wall's live region says, also the same words twice. */
const listen = (page: Page): Promise<void> =>
  page.evaluate(() => {
    window.announced = [];
    const region = document.querySelector('[data-wall] ~ [role=status]');
    if (!region) throw new Error('The wall says nothing.');
    new MutationObserver(() => window.announced.push(region.textContent ?? '')).observe(region, { childList: true });
  });

/** What was said since the last time it was asked; it waits until something was. */
const said = async (page: Page): Promise<string[]> => {
  await expect.poll(() => page.evaluate(() => window.announced.length)).toBeGreaterThan(0);
  return page.evaluate(() => window.announced.splice(0));
};

test('what is done to the wall is said once, as what has happened', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openApp(page);
  await newBoard(page);
  await addByKey(page, 'Command', 'OpenAccount');
  await addNext(page, ['Command', 'OpenAccount'], 'Decider', 'Account');
  await page.keyboard.press('Escape');
  await listen(page);
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
    return said(page);
  };

  await note(page, 'Decider', 'Account').focus();
  expect(await press('Space')).toEqual(['Account selected']);
  expect(await press('ArrowDown')).toEqual(['Moved Account']);
  expect(await press('ControlOrMeta+d')).toEqual(['Duplicated Account']);
  expect(await press('Delete')).toEqual(['Deleted Account2']);
  expect(await press('ControlOrMeta+z')).toEqual(['Undone: Delete Account2']);
  expect(await press('ControlOrMeta+Shift+z')).toEqual(['Done again: Delete Account2']);
  await note(page, 'Decider', 'Account').focus();
  expect(await press('Shift+l')).toEqual(['Locked Account']);
  expect(await press('ControlOrMeta+a')).toEqual(['1 note selected, but not 1 locked note']);
  expect(await press('Escape')).toEqual(['Nothing is selected']);
  expect(await press('Shift+l')).toEqual(['Unlocked Account']);
  expect(await press('ControlOrMeta+a')).toEqual(['2 notes selected']);
  expect(await press('Alt+Shift+ArrowUp')).toEqual(['Aligned top edges']);
  expect(await press('Alt+Shift+ArrowUp')).toEqual(['Nothing changed']);
  expect(await press('ControlOrMeta+c')).toEqual(['2 notes copied']);
  expect(await press('ControlOrMeta+x')).toEqual(['Cut 2 notes']);
  expect(await press('ControlOrMeta+v')).toEqual(['Pasted 2 notes']);
  expect(await press('ControlOrMeta+g')).toEqual(['Put 2 notes into a frame']);
});

test('strict mode refuses an arrow, says why, and does not say that it is there', async ({ page }) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openApp(page);
  await newBoard(page);
  await page.getByRole('button', { name: 'Lens: Design' }).click();
  await page.getByRole('menuitemcheckbox', { name: /^Strict/ }).click();
  await addByKey(page, 'Command', 'OpenAccount');
  await addByKey(page, 'Read model', 'Accounts');
  await listen(page);

  await connectByKey(page, ['Command', 'OpenAccount'], ['Read model', 'Accounts']);
  await expect(page.getByText(/^No arrow leads from a command to a read model/)).toBeVisible();
  await expect(arrow(page, 'OpenAccount', 'Accounts')).toHaveCount(0);
  const announced = await page.evaluate(() => window.announced);
  expect(announced.filter((words) => words.includes('Connect'))).toEqual([]);
});
