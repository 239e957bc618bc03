import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { Growing } from '../../../src/ui/comparing/Growing.tsx';
import { render } from '../support/render.tsx';

it('draws a long list on as one scrolls towards its end, up to its last item', async () => {
  const items = Array.from({ length: 90 }, (_, index) => `Cart ${index + 1}`);
  render(
    <section aria-label="Carts" style={{ height: 200, overflow: 'auto' }}>
      <Growing items={items}>
        {(name) => (
          <p key={name} style={{ height: 40 }}>
            {name}
          </p>
        )}
      </Growing>
    </section>,
  );
  const list = page.getByRole('region', { name: 'Carts' });
  const drawn = () => list.element().querySelectorAll('p').length;

  await expect.poll(drawn).toBe(20);
  for (const more of [40, 60, 80, 90]) {
    list.element().scrollTop = list.element().scrollHeight;
    await expect.poll(drawn).toBe(more);
  }
});
