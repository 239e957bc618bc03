import { addByKey, addNext } from './support/drawing.ts';
import { arrow, expect, newBoard, note, openApp, test } from './support/journey.ts';

test('an arrow is reached from its note, said, looked at, left along it, and deleted, all by keys', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openApp(page);
  await newBoard(page);
  await addByKey(page, 'Command', 'OpenAccount');
  await addNext(page, ['Command', 'OpenAccount'], 'Decider', 'Account');
  await addNext(page, ['Decider', 'Account'], 'Domain event', 'AccountOpened');
  await page.keyboard.press('Escape');
  const decider = note(page, 'Decider', 'Account');
  const [before, after] = [arrow(page, 'OpenAccount', 'Account'), arrow(page, 'Account', 'AccountOpened')];

  await decider.focus();
  await page.keyboard.press('w');
  await expect(after).toBeFocused();
  await expect(after).toHaveAccessibleName('Arrow from decider Account to domain event AccountOpened');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector).toContainText('What the decider records.');
  await page.keyboard.press('w');
  await expect(before).toBeFocused();
  await page.keyboard.press('Shift+w');
  await expect(after).toBeFocused();
  await page.keyboard.press('ArrowRight');
  await expect(note(page, 'Domain event', 'AccountOpened')).toBeFocused();

  await page.keyboard.press('w');
  await expect(after).toBeFocused();
  await page.keyboard.press('Shift+F10');
  const menu = page.getByRole('menu', { name: 'Account → AccountOpened' });
  await expect(menu).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(after).toBeFocused();
  await page.keyboard.press('Delete');
  await expect(after).toHaveCount(0);
  await expect(decider).toBeFocused();
  await page.keyboard.press('ControlOrMeta+z');
  await expect(after).toBeAttached();
});

test('a click on an arrow selects it, and its ends are gone to from beside it', async ({ page }) => {
  await openApp(page);
  const edge = arrow(page, 'OpenCart', 'ShoppingCart');
  // The middle of the line, where a person would point at it.
  const point = await edge.locator('.react-flow__edge-interaction').evaluate((path) => {
    if (!(path instanceof SVGPathElement)) throw new Error('It is not drawn.');
    const { x, y } = path.getPointAtLength(path.getTotalLength() / 2).matrixTransform(path.getScreenCTM() ?? undefined);
    return { x, y };
  });
  await page.mouse.click(point.x, point.y);
  await page.keyboard.press('i');
  const inspector = page.getByRole('complementary', { name: 'Inspector' });
  await expect(inspector.getByRole('heading', { name: 'Arrow' })).toBeVisible();
  await inspector.getByRole('button', { name: 'To: ShoppingCart' }).click();
  await expect(note(page, 'Decider', 'ShoppingCart')).toHaveClass(/selected/);
});
