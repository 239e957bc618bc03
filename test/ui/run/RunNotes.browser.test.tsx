import { expect, it } from 'vitest';
import { page } from 'vitest/browser';
import { appStore } from '#state';
import { RunNotes } from '../../../src/ui/run/RunNotes.tsx';
import { render } from '../support/render.tsx';

it('leads from what was noticed to its line, and says what has none', async () => {
  const place = { moduleId: 'cart', file: 'Cart.ts', line: 73 };
  const diagnostics = [
    { name: 'ChangedInPlace', message: 'evolve changed the state in place.', phase: 'evolve', place },
    { name: 'OddNumber', message: 'state.total is NaN.', phase: 'evolve' },
  ];
  render(<RunNotes notes={{ logs: [], diagnostics }} />);

  await expect.element(page.getByText('evolve: state.total is NaN.')).toBeVisible();
  await page.getByRole('button', { name: 'Go to line 73' }).click();

  expect(appStore.getState().codeTarget).toMatchObject({ definitionId: 'cart', file: 'Cart.ts', line: 73 });
  expect(page.getByRole('button').elements()).toHaveLength(1);
});
