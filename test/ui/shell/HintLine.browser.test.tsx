import { flushSync } from 'react-dom';
import { afterEach, describe, expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { appStore } from '#state';
import { HintLine } from '../../../src/ui/shell/HintLine.tsx';
import { render } from '../support/render.tsx';

const sample = { modelId: 'model-1', name: 'Shopping cart', changedAt: '2026-03-02T09:00:00Z', notes: 14 };
const initial = appStore.getState();

describe('the hints of the first visit', () => {
  afterEach(() => appStore.setState(initial, true));

  it('say what to try beside the sample, one line at a time', async () => {
    appStore.setState({ models: [{ ...sample, sample: 'shopping-cart' }], modelId: 'model-1', hint: 0 });
    render(<HintLine />);
    await expect.element(page.getByText('Press ▶ on AddProductItem, then Enter')).toBeVisible();

    flushSync(() => appStore.setState({ hint: 1 }));

    await expect.element(page.getByText('Press ← three times')).toBeVisible();
  });

  it('are silent beside another model', () => {
    appStore.setState({ models: [sample], modelId: 'model-1', hint: 0 });

    const { host } = render(<HintLine />);

    expect(host.textContent).toBe('');
  });

  it('are put away for good', async () => {
    appStore.setState({ models: [{ ...sample, sample: 'shopping-cart' }], modelId: 'model-1', hint: 2 });
    const { host } = render(<HintLine />);

    await page.getByRole('button', { name: 'Put the hints away' }).click();

    expect({ hint: appStore.getState().hint, text: host.textContent }).toEqual({ hint: null, text: '' });
  });
});
