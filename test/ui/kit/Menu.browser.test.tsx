import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../../../src/ui/kit/Button.tsx';
import { Menu } from '../../../src/ui/kit/Menu.tsx';
import { PointMenu } from '../../../src/ui/kit/OpenMenu.tsx';
import { render } from '../support/render.tsx';

describe('a menu', () => {
  it('runs what was chosen after the focus is back on its trigger', async () => {
    let focused = '';
    const run = vi.fn(() => {
      focused = document.activeElement?.textContent ?? '';
    });
    render(<Menu label="Model" trigger={<Button>Open menu</Button>} entries={[{ label: 'Rename', run }]} />);

    await page.getByRole('button', { name: 'Open menu' }).click();
    await page.getByRole('menuitem', { name: 'Rename' }).click();

    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    expect(focused).toBe('Open menu');
  });

  it('leaves the focus where somebody has moved it before it was quite gone', async () => {
    const run = vi.fn();
    render(
      <>
        <Menu label="Model" trigger={<Button>Open menu</Button>} entries={[{ label: 'Rename', run }]} />
        <input aria-label="Name" />
      </>,
    );

    await page.getByRole('button', { name: 'Open menu' }).click();
    const item = page.getByRole('menuitem', { name: 'Rename' });
    await expect.element(item).toBeVisible();
    const name = page.getByRole('textbox', { name: 'Name' }).element() as HTMLElement;
    // In the very moment in which the menu leaves the page, before any timer.
    new MutationObserver(() => document.querySelector('[role="menu"]') ?? name.focus()).observe(document.body, {
      childList: true,
      subtree: true,
    });
    (item.element() as HTMLElement).click();

    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
    await expect.element(page.getByRole('textbox', { name: 'Name' })).toHaveFocus();
  });

  it('is opened, walked and used by keys alone', async () => {
    const chosen: string[] = [];
    const entries = ['One', 'Two'].map((label) => ({ label, run: () => void chosen.push(label) }));
    render(<Menu label="Numbers" trigger={<Button>Numbers</Button>} entries={entries} />);

    await userEvent.tab();
    await userEvent.keyboard('{Enter}');
    await expect.element(page.getByRole('menu')).toBeVisible();
    await userEvent.keyboard('{End}');
    await expect.element(page.getByRole('menuitem', { name: 'Two' })).toHaveFocus();
    await userEvent.keyboard('{Enter}');

    await vi.waitFor(() => expect(chosen).toEqual(['Two']));
  });

  it('lets a single key pick its item', async () => {
    const run = vi.fn();
    render(<Menu label="Kinds" trigger={<Button>Add</Button>} entries={[{ label: 'Event', keys: '1', run }]} />);

    await page.getByRole('button', { name: 'Add' }).click();
    await expect.element(page.getByRole('menu')).toBeVisible();
    await userEvent.keyboard('1');

    await vi.waitFor(() => expect(run).toHaveBeenCalledOnce());
  });

  it('at a point gives the focus back to where it was when it closes', async () => {
    const onClose = vi.fn();
    const menu = (at: { x: number; y: number } | null) => (
      <>
        <button type="button">Note</button>
        <PointMenu label="Next" at={at} onClose={onClose} entries={[{ label: 'Event', run: () => undefined }]} />
      </>
    );
    const { rerender } = render(menu(null));
    onClose.mockImplementation(() => rerender(menu(null)));
    await page.getByRole('button', { name: 'Note' }).click();

    rerender(menu({ x: 60, y: 60 }));
    await expect.element(page.getByRole('menu')).toBeVisible();
    await userEvent.keyboard('{Escape}');

    await vi.waitFor(() => expect(document.activeElement?.textContent).toBe('Note'));
    expect(onClose).toHaveBeenCalledOnce();
  });
});
