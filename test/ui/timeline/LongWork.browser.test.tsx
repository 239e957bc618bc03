import { describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { appStore, workspace } from '#state';
import { LongWork } from '../../../src/ui/timeline/LongWork.tsx';
import { render } from '../support/render.tsx';

describe('work that takes its time', () => {
  it('says that it is being stopped, and gives the focus back when it is over', async () => {
    const stop = vi.spyOn(workspace, 'stopLongWork').mockReturnValue();
    appStore.setState({ longWork: { kind: 'copying', done: 2000, total: 30_000 } });
    const panes = () => (
      <>
        <button type="button">Before</button>
        <LongWork />
      </>
    );
    render(panes());
    await expect.element(page.getByRole('button', { name: 'Stop', exact: true })).toBeVisible();
    page.getByRole('button', { name: 'Before' }).element().focus();
    await userEvent.keyboard('{Tab}{Enter}');

    await expect.element(page.getByRole('status')).toHaveTextContent('Stopping …');
    await expect.element(page.getByRole('button', { name: 'Stopping …' })).toHaveFocus();
    expect(stop).toHaveBeenCalledOnce();

    appStore.setState({ longWork: null });

    await expect.element(page.getByRole('button', { name: 'Before' })).toHaveFocus();
  });
});
