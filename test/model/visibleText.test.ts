import { expect, it } from 'vitest';
import { visibleText } from '#model';

it.each([
  ['PlaceOrder', 'PlaceOrder'],
  ['invoice\u202Egnp.exe', 'invoice⟨U+202E⟩gnp.exe'],
  ['Pay\u200BOrder', 'Pay⟨U+200B⟩Order'],
  ['tab\there', 'tab⟨U+0009⟩here'],
  ['Order\u200D', 'Order⟨U+200D⟩'],
  ['می\u200Cخواهم', 'می\u200Cخواهم'],
  ['👩\u200D💻 works', '👩\u200D💻 works'],
  ['flag\u{E0067}', 'flag⟨U+E0067⟩'],
])('shows what is hidden in %j as %s', (text, visible) => {
  expect(visibleText(text)).toBe(visible);
});
