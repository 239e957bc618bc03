import { flushSync } from 'react-dom';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { appStore, type Message } from '#state';
import { Messages } from '../../../src/ui/shell/Messages.tsx';
import { render } from '../support/render.tsx';

const shown = (host: HTMLElement) => [...host.querySelectorAll('p')].map(({ textContent }) => textContent);

const given = (...messages: Message[]) => {
  appStore.setState({ messages });
  return render(<Messages />).host;
};

const pass = (milliseconds: number) => flushSync(() => vi.advanceTimersByTime(milliseconds));

describe('messages', () => {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
  });
  afterEach(() => {
    vi.useRealTimers();
    appStore.setState({ messages: [] });
  });

  it('go by themselves when they are notes, and stay when they are trouble', () => {
    const host = given(
      { id: '1', tone: 'note', text: 'Saved to cart.json.', actions: [] },
      { id: '2', tone: 'trouble', text: 'The file could not be read.', actions: [] },
    );

    pass(6_000);

    expect(shown(host)).toEqual(['The file could not be read.']);
  });

  it('wait for somebody who is at them', () => {
    const host = given({ id: '1', tone: 'note', text: 'Saved to cart.json.', actions: [] });
    const dismiss = host.querySelector('button');

    flushSync(() => dismiss?.focus());
    pass(60_000);
    expect(shown(host)).toEqual(['Saved to cart.json.']);

    flushSync(() => dismiss?.blur());
    pass(6_000);
    expect(shown(host)).toEqual([]);
  });

  it('offer what can be done, and are done with then', () => {
    const run = vi.fn();
    const host = given({ id: '1', tone: 'note', text: 'Deleted Cart.', actions: [{ label: 'Undo', run }] });

    flushSync(() => host.querySelector<HTMLButtonElement>('button')?.click());

    expect(run).toHaveBeenCalledOnce();
    expect(shown(host)).toEqual([]);
  });
});
