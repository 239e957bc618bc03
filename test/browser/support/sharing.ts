import type { Locator, Page } from '@playwright/test';

/** Opens the dialog in which a model is shared, at one of its ways. */
export const share = async (page: Page, way: string): Promise<Locator> => {
  await page.keyboard.press('ControlOrMeta+Shift+e');
  const dialog = page.getByRole('dialog', { name: 'Share' });
  await dialog.getByText(way, { exact: true }).click();
  return dialog;
};
