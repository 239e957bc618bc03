import type { Page } from '@playwright/test';
import { expect, openApp, openInspectorTab, selectNote, test } from './support/journey.ts';
import { openSample } from './support/models.ts';

const policy = 'Whenever a stay answers, then record it';

const checkOut = (page: Page) =>
  page.evaluate(async () => {
    const data = { stayId: 'stay-3', groupCheckoutId: 'group-1' };
    await window.replayground?.send({ type: 'CheckOut', data });
    await window.replayground?.settled();
  });

const openFaultDesk = async (page: Page, { sample, events }: { sample: string; events: number }, name: string) => {
  await openApp(page);
  await openSample(page, sample, events);
  await selectNote(page, 'Policy', name);
  await openInspectorTab(page, 'Details');
  const details = page.getByRole('complementary', { name: 'Inspector' });
  await details.getByRole('button', { name: 'Fault desk …' }).click();
  return { details, desk: page.getByRole('dialog', { name: `Fault desk of ${name}` }) };
};

test('a policy whose events come twice answers the second time by the first outcome, and is started after a crash', async ({
  page,
}) => {
  const { details, desk } = await openFaultDesk(page, { sample: 'Group checkout', events: 17 }, policy);
  await desk.getByText('Reorder', { exact: true }).click();
  await desk.getByLabel('One fault in so many events').fill('1');
  await desk.getByRole('button', { name: 'Switch on' }).click();
  await page.keyboard.press('Escape');
  await checkOut(page);

  const mark = page.getByRole('button', { name: `1 fault on the way of CheckoutDeclined to ${policy}` });
  await mark.click();
  const items = desk.getByRole('region', { name: 'What happened' }).getByRole('listitem');
  await expect(items).toHaveText([
    '18 CheckoutDeclined delivered, and once more: 1 command sent',
    '18 CheckoutDeclined delivered again: 1 answered by the first outcome',
  ]);

  await desk.getByText('Deliver twice', { exact: true }).click();
  await desk.getByText('Crash the consumer', { exact: true }).click();
  await desk.getByRole('button', { name: 'Begin with these' }).click();
  await expect(items).toHaveText([
    '18 CheckoutDeclined delivered, then the consumer crashed: 1 answered by the first outcome',
  ]);
  await desk.getByRole('alert').getByRole('button', { name: 'Restart' }).click();
  await expect(desk.getByRole('alert')).toHaveCount(0);
  await expect(items).toHaveCount(2);
  await desk.getByRole('button', { name: 'Switch off' }).click();
  await page.keyboard.press('Escape');
  await expect(details).not.toContainText('Fault desk on');
});

test('a scheduled message is delivered twice, taken in once, and told by its name', async ({ page }) => {
  const process = 'Group checkout process';
  const { details, desk } = await openFaultDesk(page, { sample: 'Group checkout process', events: 37 }, process);
  await desk.getByText('Reorder', { exact: true }).click();
  await desk.getByLabel('One fault in so many events').fill('1');
  await desk.getByRole('button', { name: 'Switch on' }).click();
  await page.keyboard.press('Escape');
  await page.evaluate(() => window.replayground?.windClock('2026-03-03T12:00:00.000Z'));

  await details.getByRole('button', { name: 'Fault desk …' }).click();
  const items = desk.getByRole('region', { name: 'What happened' }).getByRole('listitem');
  await expect(items.nth(0)).toContainText('GroupCheckoutTimeout, its time come, delivered, and once more');
  await expect(items.nth(1)).toContainText('delivered again: 1 answered by the first outcome');
  const due = await page.evaluate(async () =>
    ((await window.replayground?.events()) ?? []).filter(({ type }) => type === 'due:GroupCheckoutTimeout'),
  );
  expect(due).toHaveLength(1);
});

test('two workers meet a fault in the partition that it belongs to, and what poison stops is parked and replayed', async ({
  page,
}) => {
  const { details, desk } = await openFaultDesk(page, { sample: 'Group checkout', events: 17 }, policy);
  for (const kind of ['Deliver twice', 'Reorder', 'Poison']) await desk.getByText(kind, { exact: true }).click();
  await desk.getByLabel('One fault in so many events').fill('1');
  await desk.getByRole('button', { name: 'Switch on' }).click();
  await page.keyboard.press('Escape');
  await details.getByRole('button', { name: 'Workers …' }).click();
  const workers = page.getByRole('dialog', { name: `Workers of ${policy}` });
  await workers.getByText('2 workers', { exact: true }).click();
  await expect(workers).toContainText('each partition is handed its own events');
  await workers.getByRole('button', { name: 'Share out' }).click();
  await checkOut(page);

  await page.keyboard.press('Escape');
  await expect(details.getByRole('heading', { name: 'Policies that stopped' })).toBeVisible();
  await page.reload();
  await page.getByRole('button', { name: 'Stopped: the fault desk poisoned this delivery (at event 18)' }).click();
  await details.getByRole('alert').getByRole('button', { name: 'Park it' }).click();
  await expect(details.getByRole('alert')).toHaveCount(0);
  const leftOut = details.getByRole('list', { name: 'Left out' });
  await expect(leftOut).toContainText('event 18, CheckoutDeclined (parked)');
  await leftOut.getByRole('button', { name: 'Replay event 18' }).click();
  await expect(leftOut).toHaveCount(0);

  await details.getByRole('button', { name: 'Fault desk …' }).click();
  await expect(desk.getByRole('region', { name: 'What happened' })).toContainText(/partition \d: 18 CheckoutDeclined/);
});
