import type { Page } from '@playwright/test';
import { contextModel } from './support/contextModel.ts';
import { connectByKey } from './support/drawing.ts';
import { expectNoViolations } from './support/expectNoViolations.ts';
import { expect, note, openApp, openInspectorTab, selectNote, test } from './support/journey.ts';
import { codeOf } from './support/models.ts';

const inspector = (page: Page) => page.getByRole('complementary', { name: 'Inspector' });
const dialog = (page: Page) => page.getByRole('dialog');

const openContexts = (page: Page) =>
  page.evaluate(async (parts) => {
    const before = await window.replayground?.model();
    await window.replayground?.openModel({ ...before, views: [], ...parts });
  }, contextModel);

/** Sends a command, and answers what is stored and what the other context knows. */
const confirm = (page: Page, orderId: string) =>
  page.evaluate(async (id) => {
    const replayground = window.replayground;
    if (!replayground) throw new Error('The scripting functions are not there.');
    await replayground.send({ type: 'ConfirmOrder', data: { orderId: id, address: 'Harbour street 4' } });
    await replayground.settled();
    const events = await replayground.events();
    return {
      events: events.map(({ type, metadata }) => `${metadata.streamName}: ${type}`),
      last: events.at(-1)?.data,
      parcels: await replayground.readModel('ParcelsToPack'),
    };
  }, orderId);

test('a context hears what another one publishes, and a private field changes without touching that', async ({
  page,
}) => {
  await openApp(page);
  await openContexts(page);
  await expect(note(page, 'Private event', 'OrderConfirmed')).toBeVisible();
  await note(page, 'Frame', 'Shipping').getByText('Shipping').click();
  await inspector(page).getByRole('checkbox', { name: 'Bounded context' }).check();

  const crossing = page.getByRole('img', { name: /OrderConfirmed is private to Orders: ParcelsToPack of Shipping/ });
  await expect(crossing).toBeAttached();
  expect((await confirm(page, 'order-1')).parcels).toEqual({});
  const event = ['Private event', 'OrderConfirmed'] as const;
  await selectNote(page, ...event);
  await connectByKey(page, event, ['Remove the arrow', 'ParcelsToPack']);
  await expect(crossing).not.toBeAttached();
  await connectByKey(page, event, ['Read model', 'ParcelsToPack']);
  await expect(crossing).toBeAttached();
  const why =
    /^Connected OrderConfirmed to ParcelsToPack\. OrderConfirmed is private to Orders: .* hears public events only/;
  await expect(page.getByText(why)).toBeAttached();

  await selectNote(page, 'Private event', 'OrderConfirmed');
  await openInspectorTab(page, 'Details');
  await inspector(page).getByRole('button', { name: 'Publish it' }).press('Enter');
  await expect(note(page, 'Public event', 'PublicOrderConfirmed')).toBeVisible();
  await expect(note(page, 'Translation', 'Publish OrderConfirmed')).toBeVisible();
  await expect(crossing).not.toBeAttached();
  const told = await confirm(page, 'order-2');
  expect(told.events.slice(1)).toEqual(['Order-order-2: OrderConfirmed', 'public/Orders: PublicOrderConfirmed']);
  expect(told.parcels).toEqual({ 'order-2': { address: 'Harbour street 4' } });
  await expect(page.getByText('Public events make up no state.')).toBeVisible();
  await expectNoViolations(page, 'a wall of two contexts');

  const parcels = await codeOf(page, 'ParcelsToPack');
  await selectNote(page, 'Private event', 'OrderConfirmed');
  await expect(inspector(page).getByText('other contexts hear PublicOrderConfirmed in its place')).toBeVisible();
  const field = inspector(page).getByRole('textbox', { name: 'Field name' }).nth(1);
  await field.fill('deliverTo');
  await field.press('Enter');
  await expect(dialog(page).getByRole('checkbox', { name: /becomes .*address: event\.data\.deliverTo/ })).toBeChecked();
  await dialog(page).getByRole('button', { name: 'Rename', exact: true }).click();
  await expect(field).toHaveValue('deliverTo');

  expect(await codeOf(page, 'ParcelsToPack')).toBe(parcels);
  await selectNote(page, 'Public event', 'PublicOrderConfirmed');
  await expect(inspector(page).getByRole('textbox', { name: 'Field name' }).nth(1)).toHaveValue('address');
  expect(
    (await page.evaluate(() => window.replayground?.events({ stream: 'public/Orders' })))?.map(({ data }) => data),
  ).toEqual([told.last]);
});
