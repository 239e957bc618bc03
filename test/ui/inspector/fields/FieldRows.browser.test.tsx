import { useState } from 'react';
import { beforeEach, describe, expect, it } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import type { Field } from '../../../../src/model/index.ts';
import { FieldRows } from '../../../../src/ui/inspector/fields/FieldRows.tsx';
import { render } from '../../support/render.tsx';

let shown: Field[] = [];

const Rows = () => {
  const [fields, setFields] = useState<Field[]>([{ name: 'cartId', type: { kind: 'id', prefix: 'cart' } }]);
  shown = fields;
  return <FieldRows fields={fields} onChange={(change) => setFields(change)} onRename={() => undefined} />;
};

const names = () => shown.map(({ name }) => name);
const nameOfRow = (row: number) => page.getByRole('textbox', { name: 'Field name' }).nth(row);

describe('fields as rows', () => {
  beforeEach(() => {
    render(<Rows />);
  });

  it('are typed one after the other, Enter by Enter, until an Enter in a row that nobody has touched', async () => {
    await page.getByRole('button', { name: 'Add a field' }).click();
    await expect.element(nameOfRow(1)).toHaveFocus();
    await userEvent.keyboard('quantity{Enter}');
    await expect.element(nameOfRow(2)).toHaveFocus();
    expect(names()).toEqual(['cartId', 'quantity', 'field']);

    await userEvent.keyboard('{Enter}');

    await expect.element(nameOfRow(1)).toHaveFocus();
    expect(names()).toEqual(['cartId', 'quantity']);
  });

  it('lose a row that was just added by Escape, and none that has a name', async () => {
    await page.getByRole('button', { name: 'Add a field' }).click();
    await expect.element(nameOfRow(1)).toHaveFocus();

    await userEvent.keyboard('{Escape}');
    await expect.element(nameOfRow(0)).toHaveFocus();
    await userEvent.keyboard('{Escape}');

    expect(names()).toEqual(['cartId']);
  });
});
