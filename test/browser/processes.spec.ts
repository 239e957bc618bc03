import { expect, newBoard, note, openApp, openInspectorTab, test, timeline } from './support/journey.ts';
import { openSample } from './support/models.ts';

const sample = 'Group checkout process';
const recordedEvents = 37;

test.describe('a process manager', () => {
  test('waits for its timeout, which the clock is wound to from the timeline, and gives back what was not paid', async ({
    page,
  }) => {
    await openApp(page);
    await openSample(page, sample, recordedEvents);

    await timeline(page).getByRole('button', { name: '1 waiting' }).click();
    const menu = page.getByRole('menu', { name: 'Clock' });
    await expect(menu.getByRole('menuitem', { name: /^in 2\d min: GroupCheckoutTimeout/ })).toBeVisible();
    await menu.getByRole('menuitem', { name: 'To the next scheduled message' }).click();

    await expect(page.getByText(/^The clock shows 2026-03-03 08:\d\d.* \d events happened\.$/)).toBeAttached();
    await expect(timeline(page).getByRole('button', { name: 'Clock', exact: true })).toBeVisible();
    await page.evaluate(() => window.replayground?.seek(20));
    await timeline(page).getByRole('button', { name: '1 waiting' }).click();
    await expect(menu.getByRole('menuitem', { name: /^in 23 min: GroupCheckoutTimeout/ })).toBeVisible();
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Return to now' }).click();
    const process = await page.evaluate(async () => {
      const stream = 'GroupCheckoutProcess-group-2';
      const events = (await window.replayground?.events({ stream })) ?? [];
      return { last: events.slice(-4).map(({ type }) => type), state: await window.replayground?.stateOf(stream) };
    });
    expect(process.last).toEqual([
      'due:GroupCheckoutTimeout',
      'GroupCheckoutTimedOut',
      'sent:TakePayment',
      'completed:Group checkout process',
    ]);
    expect(process.state).toMatchObject({ groupCheckoutId: 'group-2', isOver: true });
  });

  test('has nothing waiting any more once it is paid, and the clock is wound to a time by keys', async ({ page }) => {
    await openApp(page);
    await openSample(page, sample, recordedEvents);
    await page.evaluate(async () => {
      const data = { stayId: 'stay-3', paymentId: 'payment-2', amount: 3600, groupCheckoutId: 'group-2' };
      await window.replayground?.send({ type: 'TakePayment', data });
      await window.replayground?.settled();
    });
    await expect(timeline(page).getByRole('button', { name: 'Clock', exact: true })).toBeVisible();

    await page.keyboard.press('ControlOrMeta+k');
    await page.keyboard.type('wind the clock to a time');
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Wind the clock to' });
    await dialog.getByLabel('Clock').fill('+1d');
    await page.keyboard.press('Enter');

    await expect(page.getByText(/^The clock shows 2026-03-04 .* Nothing was due\.$/)).toBeAttached();
  });

  test('is what a policy becomes that shall keep state', async ({ page }) => {
    await openApp(page);
    await newBoard(page);
    await page.getByRole('main', { name: 'Wall' }).focus();
    await page.keyboard.press('4');
    await page.keyboard.type('Remind');
    await page.keyboard.press('Enter');
    await note(page, 'Policy', 'Remind').click();
    await openInspectorTab(page, 'Details');
    const inspector = page.getByRole('complementary', { name: 'Inspector' });

    await inspector.getByRole('button', { name: 'Keep state' }).click();

    await expect(note(page, 'Policy', 'Remind')).toContainText('State');
    await expect(inspector.getByRole('tab', { name: /^Code/ })).toHaveAttribute('aria-selected', 'true');
    await inspector.getByRole('tab', { name: /^Details/ }).click();
    await expect(inspector.getByLabel('Category')).toHaveValue('Remind');
  });
});
