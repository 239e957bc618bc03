import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, note, openApp, positionIs, replaceCode, selectNote, test, timeline } from './support/journey.ts';
import { codeOf, openSample } from './support/models.ts';

const process = 'Group checkout process';
const recordedEvents = 37;
const pane = (page: Page) => timeline(page).getByRole('region', { name: 'State and step' });
const waiting = (page: Page) => pane(page).getByRole('region', { name: 'Waiting' }).getByRole('button');
const phases = (page: Page) => page.getByRole('navigation', { name: 'Phases' }).getByRole('button');

test('what waits is seen on the note and beside the state of the process, whose values are asked why', async ({
  page,
}) => {
  await openApp(page);
  await openSample(page, process, recordedEvents);
  await selectNote(page, 'Policy', process);

  await note(page, 'Policy', process)
    .getByRole('button', { name: /^1 message waits, next GroupCheckoutTimeout at 2026-03-03 08:4/ })
    .click();

  await expect(pane(page).getByRole('heading', { name: 'GroupCheckoutProcess-group-2' })).toBeVisible();
  await expect(waiting(page)).toBeFocused();
  await expect(waiting(page)).toHaveText(/^in 2\d min: GroupCheckoutTimeout$/);

  await pane(page).getByRole('button', { name: '3600', exact: true }).click();
  const why = pane(page).getByRole('region', { name: 'Why 3600?' });
  await expect(why.getByRole('listitem')).toContainText([/#35 BalanceMoved.*3600.*line 93/]);
  const marked = `BalanceMoved, ${process}`;
  await expect(page.getByRole('status').filter({ hasText: `Marked on the wall: ${marked}` })).toBeAttached();
  await expect(timeline(page).locator('[data-position="35"]')).toHaveAccessibleName(/, a reason$/);
  const { violations } = await new AxeBuilder({ page }).include('[aria-label="Timeline"]').analyze();
  expect(violations.map(({ id }) => id)).toEqual([]);

  await why.getByRole('button', { name: 'Go to event 35, BalanceMoved' }).click();
  await positionIs(page, 35, recordedEvents);
  await page.keyboard.press('F7');
  await expect(phases(page).locator('span')).toHaveText(
    ['Received', 'Read the stream', 'Initial state', 'received:GroupCheckoutStarted', 'scheduled:GroupCheckoutTimeout']
      .concat(['sent:CheckOut', 'Decide', 'Append', 'GroupProgress', 'PostCharge'])
      .map((name) => new RegExp(`^${name}$`)),
  );
  await phases(page).last().click();
  await page.getByRole('button', { name: 'Step into PostCharge' }).click();
  await expect(page.getByRole('region', { name: 'Stepping into PostCharge' })).toContainText('GuestStay-stay-3');
  await positionIs(page, 37, recordedEvents);
});

test('by keyboard, from the palette, to what waits, and from there to where it was scheduled', async ({ page }) => {
  await openApp(page);
  await openSample(page, process, recordedEvents);
  await page.keyboard.press('ControlOrMeta+k');
  await page.keyboard.type('show what waits');
  await page.keyboard.press('Enter');

  await expect(waiting(page)).toBeFocused();
  await page.keyboard.press('Enter');

  await positionIs(page, 31, recordedEvents);
});

test('a change to a process manager says what it would have done otherwise', async ({ page }) => {
  await openApp(page);
  await openSample(page, process, recordedEvents);
  const code = await codeOf(page, process);

  await replaceCode(page, 'Policy', process, code.replace('halfAnHour = 30', 'halfAnHour = 45'));

  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByText(/^2 of \d+ recorded commands would end differently/)).toBeVisible();
  await inspector.getByRole('button', { name: 'Show them' }).click();
  const first = timeline(page).getByRole('list', { name: 'Would end differently' }).getByRole('listitem').first();
  await expect(first).toContainText(
    /schedule GroupCheckoutTimeout .* due at .*schedule GroupCheckoutTimeout .* due at /,
  );
});
