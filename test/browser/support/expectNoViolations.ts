import AxeBuilder from '@axe-core/playwright';
import { expect, type Page } from '@playwright/test';

/** What axe finds grave in what is shown now. */
export const expectNoViolations = async (page: Page, view: string): Promise<void> => {
  // What has passed is not written out, and no page is opened to gather frames: the sandbox's, the only one, is empty.
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(true)
    .options({ resultTypes: ['violations'] })
    .analyze();
  const grave = violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${view}: ${id} at ${nodes.map(({ html }) => html.slice(0, 120)).join(' and ')}`);
  expect(grave).toEqual([]);
};
