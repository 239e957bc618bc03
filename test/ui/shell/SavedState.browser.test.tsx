import { flushSync } from 'react-dom';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { appStore } from '#state';
import { SavedState } from '../../../src/ui/shell/SavedState.tsx';
import { render } from '../support/render.tsx';

describe('whether the work is safe', () => {
  afterEach(() => appStore.setState({ saving: { kind: 'saved' } }));

  it('is said in one word while all is well', async () => {
    render(<SavedState />);

    await expect.element(page.getByRole('status')).toHaveTextContent('Saved');
  });

  it('does not flicker while a change is on its way', () => {
    const { host } = render(<SavedState />);

    flushSync(() => appStore.setState({ saving: { kind: 'saving' } }));

    expect(host.textContent).toBe('Saved');
  });

  it('is said with the reason when it is not', async () => {
    render(<SavedState />);

    flushSync(() => appStore.setState({ saving: { kind: 'failed', message: 'The browser’s storage is full.' } }));

    await expect.element(page.getByRole('alert')).toHaveTextContent('Not saved: The browser’s storage is full.');
  });
});
