import { flushSync } from 'react-dom';
import { afterEach, describe, expect, it } from 'vitest';
import { appStore } from '#state';
import { FileDrop } from '../../../src/ui/files/FileDrop.tsx';
import { render } from '../support/render.tsx';

const initial = appStore.getState();

const drag = (type: 'dragover' | 'drop', file: File | null) => {
  const carried = new DataTransfer();
  if (file) carried.items.add(file);
  else carried.setData('text/plain', 'a note');
  const event = new DragEvent(type, { dataTransfer: carried, bubbles: true, cancelable: true });
  flushSync(() => window.dispatchEvent(event));
  return event;
};

const foreign = () => new File(['{ "name": "something else" }'], 'foreign.json', { type: 'application/json' });

describe('a file over the window', () => {
  afterEach(() => appStore.setState(initial, true));

  it('is invited to be dropped anywhere', () => {
    const { host } = render(<FileDrop />);

    const event = drag('dragover', foreign());

    expect(host.textContent).toContain('Drop the file to look at it');
    expect(event.defaultPrevented).toBe(true);
  });

  it('leaves other things that are dragged alone', () => {
    const { host } = render(<FileDrop />);

    const event = drag('dragover', null);

    expect({ text: host.textContent, isTaken: event.defaultPrevented }).toEqual({ text: '', isTaken: false });
  });

  it('is looked at, and what is wrong with it is said', async () => {
    render(<FileDrop />);

    drag('drop', foreign());

    await expect
      .poll(() => appStore.getState().messages.map(({ text }) => text))
      .toEqual([expect.stringContaining('This is not a Replayground model')]);
    expect(appStore.getState().preview).toBeNull();
  });
});
