import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Split } from '../../../src/ui/kit/Split.tsx';
import { render } from '../support/render.tsx';

const Example = ({ opensAtFirst }: { opensAtFirst: boolean }) => {
  const [isOpen, setOpen] = useState(opensAtFirst);
  const [scale, setScale] = useState(1);
  return (
    <div style={{ height: '100%', zoom: scale }}>
      <button type="button" onClick={() => setOpen(!isOpen)}>
        Toggle
      </button>
      <button type="button" onClick={() => setScale(scale === 1 ? 1.5 : 1)}>
        Enlarge
      </button>
      <Split
        orientation="horizontal"
        name="example"
        label="Side"
        isOpen={isOpen}
        onOpenChange={setOpen}
        scale={scale}
        defaultSize={200}
        minSize={100}
        minMainSize={100}
        main={<p>Main</p>}
        side={<p style={{ margin: 0 }}>Side</p>}
      />
    </div>
  );
};

const frame = 'width: 800px; height: 300px';
const side = () => page.getByText('Side', { exact: true });
const width = () => Math.round(side().element().parentElement?.getBoundingClientRect().width ?? 0);

describe('a split', () => {
  beforeEach(() => localStorage.clear());

  it('opens at its size, closes, and hides what is in it from the keyboard', async () => {
    render(<Example opensAtFirst={true} />, frame);
    await expect.poll(width).toBe(200);

    await page.getByRole('button', { name: 'Toggle' }).click();

    await expect.element(side()).not.toBeVisible();
  });

  it('comes back at the size it was given', async () => {
    render(<Example opensAtFirst={true} />, frame);
    await expect.poll(width).toBe(200);
    page.getByRole('separator').element().focus();
    await userEvent.keyboard('{ArrowLeft}');
    await expect.poll(width).toBeGreaterThan(200);
    const chosen = width();

    await page.getByRole('button', { name: 'Toggle' }).click();
    await expect.element(side()).not.toBeVisible();
    await page.getByRole('button', { name: 'Toggle' }).click();

    await expect.poll(width).toBe(chosen);
  });

  it('is as large as it was once the interface was drawn larger and smaller again, and remembers no other size', async () => {
    render(<Example opensAtFirst={true} />, frame);
    await expect.poll(width).toBe(200);
    const enlarge = page.getByRole('button', { name: 'Enlarge' });

    await enlarge.click();
    await expect.poll(width).toBe(300);
    await enlarge.click();
    await expect.poll(width).toBe(200);

    await page.getByRole('button', { name: 'Toggle' }).click();
    await expect.element(side()).not.toBeVisible();
    await page.getByRole('button', { name: 'Toggle' }).click();
    await expect.poll(width).toBe(200);
  });

  it('opens at its size when it was closed at first', async () => {
    render(<Example opensAtFirst={false} />, frame);

    await page.getByRole('button', { name: 'Toggle' }).click();

    await expect.poll(width).toBe(200);
  });
});
