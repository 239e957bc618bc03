import type { Page } from '@playwright/test';
import type { Point } from './pointing.ts';

/** Real touches on the page, as a screen sends them. */
export const fingersOn = async (page: Page) => {
  const session = await page.context().newCDPSession(page);
  const send = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    session.send('Input.dispatchTouchEvent', { type, touchPoints: points.map((point, id) => ({ ...point, id })) });
  return {
    down: (...points: Point[]) => send('touchStart', points),
    up: () => send('touchEnd', []),
    /** From places to places, in a few steps. */
    move: async (from: Point[], to: Point[]): Promise<void> => {
      for (let step = 1; step <= 5; step += 1)
        await send(
          'touchMove',
          from.map(({ x, y }, index) => ({
            x: x + (((to[index]?.x ?? x) - x) * step) / 5,
            y: y + (((to[index]?.y ?? y) - y) * step) / 5,
          })),
        );
    },
  };
};
