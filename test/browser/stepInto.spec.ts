import type { Page } from '@playwright/test';
import { expect, openApp, positionIs, test, timeline } from './support/journey.ts';

const seek = (page: Page, position: number) => page.evaluate((to) => window.replayground?.seek(to), position);
const course = (page: Page, command = '') => page.getByRole('region', { name: `Stepping into ${command}` });
const phases = (page: Page) => page.getByRole('navigation', { name: 'Phases' }).getByRole('button');
const variable = (page: Page, name: string) =>
  page.getByRole('table', { name: 'Variables' }).getByRole('row', { name: new RegExp(`^${name}`) });
/** Lines that are marked in Monaco, by the number beside them. */
const markOf = (page: Page, kind: 'running' | 'event') => page.locator(`.monaco-editor [class*="_${kind}_"]`);

test('stepping into a command, by mouse, goes from its arrival to what it brought about', async ({ page }) => {
  await openApp(page);
  await seek(page, 7);
  await timeline(page).getByRole('tab', { name: 'Step', exact: true }).click();
  await page.getByRole('button', { name: 'Step into this command' }).click();

  await expect(phases(page).first()).toHaveAttribute('aria-current', 'step');
  const folded = ['CartOpened', 'ProductItemAdded', 'ProductItemAdded', 'ProductItemRemoved'];
  const [before, after] = [
    ['Received', 'Read the stream', 'Initial state'],
    ['Decide', 'Append', 'CartDetails', 'ClientSummary'],
  ];
  await expect(phases(page).locator('span')).toHaveText([...before, ...folded, ...after]);
  await phases(page).filter({ hasText: 'Decide' }).click();
  await expect(course(page, 'ConfirmCart')).toContainText('CartConfirmed');
  for (const name of ['Next statement', 'Next statement']) await page.getByRole('button', { name }).click();
  await expect(course(page, 'ConfirmCart')).toContainText('const { cartId } = command.data;');
  await expect(markOf(page, 'running')).toBeVisible();

  await page.getByRole('button', { name: 'Step over', exact: true }).click();
  await expect(variable(page, 'cartId\\s*, changed')).toContainText('"cart-1"');
  await phases(page).filter({ hasText: 'CartDetails' }).click();
  await expect(course(page, 'ConfirmCart')).toContainText('In the transaction of the append');
  await page.getByRole('button', { name: 'Leave the command' }).click();
  await expect(course(page, 'ConfirmCart')).toHaveCount(0);
  await expect(markOf(page, 'running')).toHaveCount(0);
  await positionIs(page, 7, 18);
});

test('stepping into a refusal, by keyboard, ends at the line that refused', async ({ page }) => {
  await openApp(page);
  await timeline(page)
    .getByRole('button', { name: /was refused/ })
    .first()
    .click();
  await page.keyboard.press('F7');
  await expect(phases(page).filter({ hasText: 'Refused' })).toBeVisible();

  await page.keyboard.press('End');
  await expect(phases(page).last()).toHaveAttribute('aria-current', 'step');
  await expect(course(page)).toContainText('Nothing was stored.');
  await page.keyboard.press('ArrowLeft');
  await expect(phases(page).filter({ hasText: 'Decide' })).toHaveAttribute('aria-current', 'step');
  await expect(course(page)).toContainText('throw new Error');
  await page.keyboard.press('ArrowUp');
  await page.keyboard.press('F8');
  await expect(course(page).getByRole('slider')).toBeVisible();
  await page.keyboard.press('Home');
  await expect(phases(page).first()).toHaveAttribute('aria-current', 'step');

  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Step into this command' })).toBeFocused();
});

test('while stepping through history, the open code shows which line handles the event', async ({ page }) => {
  await openApp(page);
  await page.getByRole('button', { name: 'Fit everything' }).click();
  await page.getByRole('group', { name: /^Decider ShoppingCart/ }).click();
  await seek(page, 1);
  await expect(markOf(page, 'event')).toHaveCount(1);
});

/** The sample with a cart that was filled elsewhere: its events have no commands. */
const openFilledCart = (page: Page, events: number) =>
  page.evaluate(async (count) => {
    const replayground = window.replayground;
    if (!replayground) throw new Error('The scripting functions are not there.');
    type Recorded = { type: string; data: object; metadata: { [key: string]: unknown } };
    const file = (await replayground.model()) as { history: { events: Recorded[]; commands: unknown[] } };
    const [opened, added] = ['CartOpened', 'ProductItemAdded'].map((type) =>
      file.history.events.find((event) => event.type === type),
    );
    const filled = Array.from({ length: count }, (_, index) => {
      const { type, data } = (index === 0 ? opened : added) as Recorded;
      const place = { streamName: 'ShoppingCart-cart-9', streamPosition: index + 1, globalPosition: index + 1 };
      const metadata = { eventId: `e${index}`, recordedAt: '2026-01-01T12:00:00.000Z', schemaVersion: 1, ...place };
      return { type, data: { ...data, cartId: 'cart-9' }, metadata };
    });
    await replayground.openModel({ ...file, history: { events: filled, commands: [] } });
  }, events);

test('an event without a command is stepped into all the same, and the middle of its fold is opened page by page', async ({
  page,
}) => {
  await openApp(page);
  await openFilledCart(page, 60);
  await positionIs(page, 60, 60);
  await timeline(page).getByRole('tab', { name: 'Step', exact: true }).click();
  await page.getByRole('button', { name: 'Step into this event' }).click();

  await expect(phases(page).first()).toHaveText('Recorded');
  await expect(course(page, 'ProductItemAdded')).toContainText('In ShoppingCart-cart-9');
  await expect(phases(page).filter({ hasText: 'CartDetails' })).toBeVisible();
  await phases(page).filter({ hasText: '… 51 more' }).click();
  await course(page).getByRole('button', { name: 'Open the first 20' }).click();
  await expect(phases(page).filter({ hasText: '… 31 more' })).toBeVisible();
  await expect(phases(page).filter({ hasText: 'ProductItemAdded' })).toHaveCount(28);
  await expect(course(page)).toContainText('evolve');
  await page.keyboard.press('ArrowRight');
  await expect(markOf(page, 'running')).toBeVisible();

  await phases(page).filter({ hasText: '… 31 more' }).click();
  await course(page).getByRole('button', { name: 'Open the last 20' }).click();
  await phases(page).filter({ hasText: '… 11 more' }).click();
  await course(page).getByRole('button', { name: 'Open them' }).click();
  await expect(phases(page).filter({ hasText: 'ProductItemAdded' })).toHaveCount(59);
  await page.keyboard.press('Escape');
  await expect(course(page)).toHaveCount(0);
  await positionIs(page, 60, 60);
});
