import type { CDPSession, Page } from '@playwright/test';
import { arrow, expect, note, openApp, positionIs, test } from './support/journey.ts';
import { boxOf, centreOf, type Point } from './support/pointing.ts';

/** A pen as browsers on desktops report it: pointer events of a pen, and mouse events for whoever knows no other. */
const pen = (session: CDPSession) => {
  const send = (type: 'mousePressed' | 'mouseMoved' | 'mouseReleased', { x, y }: Point, buttons: number) =>
    session.send('Input.dispatchMouseEvent', {
      type,
      x,
      y,
      buttons,
      button: type === 'mouseMoved' && buttons === 0 ? 'none' : 'left',
      clickCount: type === 'mouseMoved' ? 0 : 1,
      pointerType: 'pen',
      force: 0.5,
    });
  return {
    drag: async (from: Point, to: Point): Promise<void> => {
      await send('mouseMoved', from, 0);
      await send('mousePressed', from, 1);
      for (let step = 1; step <= 6; step += 1)
        await send(
          'mouseMoved',
          { x: from.x + ((to.x - from.x) * step) / 6, y: from.y + ((to.y - from.y) * step) / 6 },
          1,
        );
      await send('mouseReleased', to, 0);
    },
    press: async (at: Point): Promise<void> => {
      await send('mouseMoved', at, 0);
      await send('mousePressed', at, 1);
    },
    lift: (at: Point) => send('mouseReleased', at, 0),
  };
};

const open = async (page: Page) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await openApp(page);
  await positionIs(page, 18, 18);
  return pen(await page.context().newCDPSession(page));
};

test.use({ hasTouch: true });

test('a pen moves a note, draws an arrow, and takes several notes with a box', async ({ page }) => {
  const { drag } = await open(page);
  const decider = note(page, 'Decider', 'ShoppingCart');
  const start = await centreOf(decider);
  await drag(start, { x: start.x, y: start.y + 90 });
  const undo = page.getByRole('banner').getByRole('button', { name: /^Undo/ });
  await expect(undo).toHaveAccessibleName('Undo: Move ShoppingCart');
  await undo.click();

  const command = note(page, 'Command', 'CancelCart');
  const event = note(page, 'Domain event', 'CartCanceled');
  const box = await boxOf(command);
  await drag({ x: box.x + box.width, y: box.y + box.height / 2 }, await centreOf(event));
  await expect(arrow(page, 'CancelCart', 'CartCanceled')).toBeAttached();

  const first = await boxOf(note(page, 'Command', 'OpenCart'));
  await drag({ x: first.x - 12, y: first.y - 14 }, { x: box.x + box.width + 20, y: box.y + box.height + 10 });
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(5);
});

test('a pen that comes as a touch, too, as on tablets, takes notes with a box and leaves the wall where it is', async ({
  page,
}) => {
  await open(page);
  const view = page.locator('.react-flow__viewport');
  const before = (await view.getAttribute('style')) ?? '';
  const first = await boxOf(note(page, 'Command', 'OpenCart'));
  // Far from the edges of the wall, where a box moves it.
  const last = await boxOf(note(page, 'Command', 'RemoveProductItem'));
  const [from, to] = [
    { x: first.x - 12, y: first.y - 14 },
    { x: last.x + last.width + 20, y: last.y + last.height + 10 },
  ];
  await page.locator('.react-flow__pane').evaluate(
    (pane, { from, to }) => {
      const both = (pointerType: 'pointerdown' | 'pointermove' | 'pointerup', touchType: string, { x, y }: Point) => {
        const at = { clientX: x, clientY: y };
        const pointer = { ...at, bubbles: true, pointerId: 7, pointerType: 'pen', isPrimary: true, button: 0 };
        pane.dispatchEvent(
          new PointerEvent(pointerType, { ...pointer, button: pointerType === 'pointermove' ? -1 : 0 }),
        );
        const touch = new Touch({ identifier: 1, target: pane, ...at });
        const touches = touchType === 'touchend' ? [] : [touch];
        const list = { touches, targetTouches: touches, changedTouches: [touch] };
        pane.dispatchEvent(new TouchEvent(touchType, { ...list, bubbles: true, cancelable: true }));
      };
      // Only what a pen on the glass has can be captured; nothing here depends on it.
      pane.setPointerCapture = () => undefined;
      pane.releasePointerCapture = () => undefined;
      both('pointerdown', 'touchstart', from);
      for (const part of [0.3, 0.6, 1])
        both('pointermove', 'touchmove', {
          x: from.x + (to.x - from.x) * part,
          y: from.y + (to.y - from.y) * part,
        });
      both('pointerup', 'touchend', to);
    },
    { from, to },
  );
  await expect(page.locator('.react-flow__node.selected')).toHaveCount(3);
  await expect(view).toHaveAttribute('style', before);
});

test('a pen that rests on a note opens its menu', async ({ page }) => {
  const { press, lift } = await open(page);
  const at = await centreOf(note(page, 'Decider', 'ShoppingCart'));
  await press(at);
  const menu = page.getByRole('menu', { name: 'ShoppingCart' });
  await expect(menu).toBeVisible();
  await lift(at);
  await expect(menu).toBeVisible();
});
