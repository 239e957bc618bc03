import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { appStore } from '#state';
import { Lanes } from '../../../src/ui/timeline/Lanes.tsx';
import { lanesStore } from '../../../src/ui/timeline/lanesStore.ts';
import { Scrubber } from '../../../src/ui/timeline/Scrubber.tsx';
import { recordedEvent } from '../../support/recorded.ts';
import { render } from '../support/render.tsx';

const head = 100_000;
const streams = 5000;

/** Carts that live one after the other, some twenty events each. */
const history = (length: number) =>
  Array.from({ length }, (_, index) =>
    recordedEvent(index % 20 === 0 ? 'CartOpened' : 'ProductItemAdded', index + 1, {
      stream: `Cart-${Math.floor((index / head) * streams)}`,
    }),
  );

const events = history(head);

const Timeline = () => (
  <>
    <div style={{ display: 'flex', height: 40 }}>
      <Scrubber />
    </div>
    <div style={{ height: 220 }}>
      <Lanes />
    </div>
  </>
);

const chips = (host: HTMLElement) => host.querySelectorAll('[data-position]').length;
const current = (host: HTMLElement) => host.querySelector('[aria-current="step"]')?.getAttribute('data-position');

describe('a timeline of 100,000 events in 5,000 streams', () => {
  beforeEach(() => {
    lanesStore.setState({ zoom: 1, laneChoice: null });
    appStore.setState({ events, commands: [], cursor: 'now', filter: [], matches: null });
  });

  it('is dragged through, and shows the event under the pointer on a lane that is near', async () => {
    const { host } = render(<Timeline />, 'width: 600px');
    const slider = page.getByRole('slider', { name: 'Place in history' });
    const box = slider.element().getBoundingClientRect();
    const drag = (type: string, part: number) =>
      slider.element().dispatchEvent(
        new PointerEvent(type, {
          bubbles: true,
          pointerId: 1,
          clientX: box.left + 8 + (box.width - 16) * part,
          clientY: box.top + box.height / 2,
        }),
      );
    vi.spyOn(slider.element(), 'setPointerCapture').mockReturnValue();
    vi.spyOn(slider.element(), 'hasPointerCapture').mockReturnValue(true);

    drag('pointerdown', 0.9);
    for (let part = 0.9; part >= 0.5; part -= 0.02) drag('pointermove', part);
    drag('pointermove', 0.5);

    await vi.waitFor(() => expect(current(host)).toBe('50000'));
    await expect.element(page.getByRole('button', { name: 'Cart-2499', exact: true })).toBeInViewport();
    expect(chips(host)).toBeLessThan(60);
    expect(host.querySelectorAll('li').length).toBeLessThan(40);
  });

  it('steps on, with what comes live, and draws no more for it', async () => {
    appStore.setState({ cursor: 70_000 });
    const { host } = render(<Timeline />, 'width: 600px');
    await vi.waitFor(() => expect(current(host)).toBe('70000'));

    appStore.setState({ cursor: 70_001 });
    await vi.waitFor(() => expect(current(host)).toBe('70001'));
    appStore.setState({
      cursor: 'now',
      events: [...events, recordedEvent('CartOpened', head + 1, { stream: 'Cart-new' })],
    });

    await vi.waitFor(() => expect(current(host)).toBe(`${head + 1}`));
    await expect.element(page.getByRole('button', { name: 'Cart-new', exact: true })).toBeInViewport();
    expect(chips(host)).toBeLessThan(60);
  });

  it('is drawn as columns where all of it is in sight, and a press goes to what lies there', async () => {
    const { host } = render(<Timeline />, 'width: 600px');
    await userEvent.click(page.getByRole('button', { name: 'The whole history in sight' }));

    await vi.waitFor(() => expect(chips(host)).toBe(1));
    const columns = [...host.querySelectorAll('canvas')].at(-1);
    const drawn = columns?.getContext('2d')?.getImageData(0, 0, columns.width, columns.height).data ?? [];
    expect(drawn.some((value) => value > 0)).toBe(true);
  });
});
