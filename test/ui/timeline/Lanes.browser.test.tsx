import { beforeEach, describe, expect, it, vi } from 'vitest';
import { page } from 'vitest/browser';
import { appStore } from '#state';
import { Lanes } from '../../../src/ui/timeline/Lanes.tsx';
import { recordedCommand, recordedEvent } from '../../support/recorded.ts';
import { render } from '../support/render.tsx';

const history = (length: number) =>
  Array.from({ length }, (_, index) => index + 1).map((position) =>
    recordedEvent('ProductItemAdded', position, { stream: `Cart-${position % 7}` }),
  );

const refused = recordedCommand('ConfirmCart', 1, {
  stream: 'Cart-9',
  afterPosition: 2,
  outcome: { kind: 'rejected', message: 'An empty cart cannot be confirmed.' },
});

const size = 'width: 380px; height: 200px';
const chip = (position: number) => page.getByRole('button', { name: `event ${position},` });

describe('the lanes of the timeline', () => {
  beforeEach(() =>
    appStore.setState({ events: [], commands: [], cursor: 'now', watchedStream: null, markedStreams: [] }),
  );

  it('says how to begin where nothing has happened', async () => {
    render(<Lanes />, size);

    await expect.element(page.getByText('Nothing has happened yet')).toBeVisible();
  });

  it('keeps the cursor in sight and renders no more of 5,000 events than it takes', async () => {
    appStore.setState({ events: history(5000) });
    const { host } = render(<Lanes />, size);

    await expect.element(chip(5000)).toBeInViewport();
    await vi.waitFor(() => expect(host.querySelectorAll('[data-position]').length).toBeLessThan(60));
  });

  it('lets the focus walk along with the cursor, also to the far end', async () => {
    appStore.setState({ events: history(5000), cursor: 3 });
    const { host } = render(<Lanes />, size);
    host.querySelector<HTMLElement>('[data-position="3"]')?.focus();

    appStore.setState({ cursor: 4 });
    await expect.element(chip(4)).toHaveFocus();
    appStore.setState({ cursor: 'now' });
    await expect.element(chip(5000)).toHaveFocus();
  });

  it('has the event at the cursor on the lane of its stream, which is archived or far below, and on no other', async () => {
    appStore.setState({
      events: history(40),
      cursor: 36,
      markedStreams: [{ stream: 'Cart-1', archivedAt: '2026-01-01T00:00:00.000Z' }],
    });
    const { host } = render(<Lanes />, 'width: 380px; height: 130px');
    const boxOf = (selector: string) => host.querySelector(selector)?.getBoundingClientRect() ?? new DOMRect();
    const isOnLane = (position: number, stream: string): boolean => {
      const [event, lane] = [boxOf(`[data-position="${position}"]`), boxOf(`[data-stream="${stream}"]`)];
      return event.top >= lane.top && event.bottom <= lane.bottom;
    };

    await expect.element(page.getByRole('button', { name: 'Cart-1, archived' })).toBeVisible();
    await vi.waitFor(() => expect(isOnLane(36, 'Cart-1')).toBe(true));

    appStore.setState({ cursor: 35 });
    await expect.element(page.getByRole('button', { name: 'Cart-1, archived' })).not.toBeInTheDocument();
    await vi.waitFor(() => expect(isOnLane(35, 'Cart-0')).toBe(true));

    host.querySelector(':has(> ul)')?.scrollTo({ top: 0 });
    await vi.waitFor(() => expect(boxOf('[data-position="35"]').top).toBeGreaterThan(boxOf(':has(> ul)').bottom));
  });

  it('shows a refused command with its reason on a lane of its own', async () => {
    appStore.setState({ events: history(3), commands: [refused] });
    render(<Lanes />, size);

    await expect
      .element(page.getByRole('button', { name: 'ConfirmCart was refused: An empty cart cannot be confirmed.' }))
      .toBeVisible();
    await expect.element(page.getByRole('button', { name: 'Cart-9' })).toBeVisible();
  });
});
