import {
  expect,
  form,
  note,
  openApp,
  paste,
  positionIs,
  reloadApp,
  runNote,
  sendByEnter,
  test,
} from './support/journey.ts';

test.describe('the first visit', () => {
  test('shows the sample with its history, and leads through sending, stepping back and changing a rule', async ({
    page,
  }) => {
    await openApp(page);
    await positionIs(page, 18, 18);
    await expect(page.getByText('Press ▶ on AddProductItem, then Enter')).toBeVisible();

    await runNote(page, 'AddProductItem');
    await expect(form(page, 'AddProductItem')).toBeVisible();
    await sendByEnter(page, 'ProductItemAdded appended to ShoppingCart-cart-4, now at version 4.');
    await positionIs(page, 19, 19);
    await expect(page.getByText('Press ← three times')).toBeVisible();

    await page.keyboard.press('Escape');
    for (let step = 0; step < 3; step += 1) await page.keyboard.press('ArrowLeft');
    await positionIs(page, 16, 19);
    await expect(page.getByText('As of event 16 of 19. History is read-only here.')).toBeVisible();
    await expect(page.getByText('Open ShoppingCart, change the limit 10 to 3, send again')).toBeVisible();
    await page.getByRole('button', { name: 'Return to now' }).click();

    await note(page, 'Decider', 'ShoppingCart').click();
    const inspector = page.getByRole('complementary', { name: 'Inspector' });
    await inspector.getByRole('tab', { name: 'Code' }).click();
    const code = inspector.getByRole('textbox', { name: /Code of/ });
    const changed = await page.evaluate(async () => {
      const model = (await window.replayground?.model()) as {
        definitions: { name: string; code?: { text: string }[] }[];
      };
      const decider = model.definitions.find(({ name }) => name === 'ShoppingCart');
      return decider?.code?.[0]?.text.replace(/= 10\b/, '= 3') ?? '';
    });
    await code.focus();
    await page.keyboard.press('ControlOrMeta+a');
    await paste(page, changed);

    await runNote(page, 'AddProductItem');
    await sendByEnter(
      page,
      /ShoppingCart refused AddProductItem \(line \d+\): a cart holds at most 3 pieces. Nothing was stored./,
    );
    await positionIs(page, 19, 19);
  });

  test('shows the whole wall on a low window, above it the first hint', async ({ page }) => {
    await page.setViewportSize({ width: 720, height: 450 });
    await openApp(page);
    await expect(page.getByText('Press ▶ on AddProductItem, then Enter')).toBeVisible();

    const cut = () =>
      page.evaluate(() => {
        const wall = document.querySelector('[data-wall]')?.getBoundingClientRect();
        const notes = [...document.querySelectorAll('.react-flow__node')].map((note) => note.getBoundingClientRect());
        return notes.filter(({ top, bottom }) => !wall || top < wall.top || bottom > wall.bottom).length;
      });
    await expect.poll(cut).toBe(0);
  });

  test('is the same a second time: the model, its history and the theme stay', async ({ page }) => {
    await openApp(page);
    await runNote(page, 'OpenCart');
    await sendByEnter(page, 'CartOpened appended to ShoppingCart-cart-5, now at version 1.');
    await page.getByRole('button', { name: 'Theme' }).click();
    await page.getByRole('menuitemradio', { name: 'Dark' }).click();

    await reloadApp(page);

    await positionIs(page, 19, 19);
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
});
