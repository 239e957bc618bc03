/**
 * @typedef {import('@playwright/test').Page} Page
 * @typedef {object} Side what only one of the two walls knows
 * @property {(page: Page) => Promise<void>} untilReady what is loaded behind the first sight is loaded
 * @property {(page: Page) => Promise<void>} selectAll
 * @property {(page: Page) => Promise<void>} takeBack undoes what was done last
 * @property {(page: Page) => Promise<void>} startTyping puts the focus where a note's name is typed
 *
 * @typedef {object} Gesture
 * @property {string} name
 * @property {(page: Page, side: Side) => Promise<void>} begin
 * @property {(page: Page, step: number) => Promise<void>} step one of many, all alike
 * @property {(page: Page) => Promise<void>} end
 * @property {(page: Page, side: Side) => Promise<void>} [restore] leaves the wall as it was, for the next run
 */

/** Whatever a step has caused is on the screen. @param {Page} page */
export const settle = (page) =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve))));

/** @param {Page} page @param {string} selector */
export const middleOf = async (page, selector) => {
  const box = await page.locator(selector).boundingBox();
  if (!box) throw new Error(`${selector} is not on the wall.`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
};

export const nodeOf = (/** @type {string} */ noteId) => `.react-flow__node[data-id="${noteId}"]`;

/** A note in the middle of the wall, with arrows to it and from it. */
const draggedNote = nodeOf('note-canceled-44');

let start = { x: 0, y: 0 };

/** @param {Page} page @param {number} step */
const dragOn = (page, step) => page.mouse.move(start.x + 10 + step * 5, start.y + 10 + step * 3);

/** The first move makes it a drag. @param {Page} page @param {'left' | 'middle'} button */
const press = async (page, button) => {
  await page.mouse.move(start.x, start.y);
  await page.mouse.down({ button });
  await page.mouse.move(start.x + 10, start.y + 10);
};

/** @param {Page} page */
const letGo = (page) => page.mouse.up();

/** @type {readonly Gesture[]} */
export const gestures = [
  {
    name: 'pan',
    begin: async (page) => {
      start = await middleOf(page, '.react-flow__pane');
      await press(page, 'middle');
    },
    step: dragOn,
    end: async (page) => {
      await page.mouse.move(start.x, start.y);
      await page.mouse.up({ button: 'middle' });
    },
  },
  {
    name: 'drag one note',
    begin: async (page) => {
      // Selected beforehand: what else opens for it is no part of the drag.
      await page.locator(draggedNote).click();
      await settle(page);
      start = await middleOf(page, draggedNote);
      await press(page, 'left');
    },
    step: dragOn,
    end: letGo,
    restore: (page, { takeBack }) => takeBack(page),
  },
  {
    name: 'drag all',
    begin: async (page, { selectAll }) => {
      await selectAll(page);
      start = await middleOf(page, draggedNote);
      await press(page, 'left');
    },
    step: dragOn,
    end: letGo,
    restore: (page, { takeBack }) => takeBack(page),
  },
  {
    name: 'type a name',
    begin: (page, { startTyping }) => startTyping(page),
    step: (page, step) => page.keyboard.press('abcdefghij'[step % 10] ?? 'a'),
    end: (page) => page.keyboard.press('Enter'),
  },
  {
    name: 'zoom in',
    begin: async (page) => {
      start = await middleOf(page, '.react-flow__pane');
      await page.mouse.move(start.x, start.y);
    },
    step: (page) => page.mouse.wheel(0, -120),
    end: async () => {},
  },
  {
    name: 'pan, near',
    begin: async (page) => {
      start = await middleOf(page, '.react-flow__pane');
      await press(page, 'middle');
    },
    step: (page, step) => page.mouse.move(start.x - step * 40, start.y - step * 25),
    end: async (page) => {
      await page.mouse.move(start.x, start.y);
      await page.mouse.up({ button: 'middle' });
    },
  },
];
