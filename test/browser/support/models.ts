import type { Page } from '@playwright/test';
import { expect } from './journey.ts';

/** Opens the list of all models, by mouse. */
export const showModels = async (page: Page): Promise<void> => {
  await page.getByRole('button', { name: 'Other models' }).click();
  await page.getByRole('menuitem', { name: 'All models' }).click();
  await expect(page.getByRole('heading', { name: 'Models', exact: true })).toBeVisible();
};

/** Opens a sample from the list of models as one's own copy, and waits until its history is there. */
export const openSample = async (page: Page, name: string, events: number): Promise<void> => {
  await showModels(page);
  await page.getByRole('button', { name: `Open ${name} as your copy` }).click();
  await expect(page.getByRole('slider', { name: 'Place in history' })).toHaveAttribute('aria-valuemax', `${events}`);
};

/** Opens the menu of a model in the list and picks from it. */
export const pickForModel = async (page: Page, name: string, choice: string): Promise<void> => {
  await page.getByRole('button', { name: `What can be done with ${name}`, exact: true }).click();
  await page.getByRole('menuitem', { name: choice }).click();
};

/** Names of the models in the list, without the samples and those that were deleted. */
export const modelNames = (page: Page): Promise<string[]> =>
  page
    .getByRole('region', { name: 'Your models' })
    .getByRole('button', { name: /^Open / })
    .allInnerTexts();

/** The code of a definition as it stands in the model. */
export const codeOf = (page: Page, name: string): Promise<string> =>
  page.evaluate(async (wanted) => {
    const model = (await window.replayground?.model()) as {
      definitions: { name: string; code?: { text: string }[] }[];
    };
    return model.definitions.find((definition) => definition.name === wanted)?.code?.[0]?.text ?? '';
  }, name);
