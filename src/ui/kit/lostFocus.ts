/** Nothing holds the focus: what held it is gone. */
export const isFocusLost = (): boolean => document.activeElement === null || document.activeElement === document.body;

/** To where the focus was before, unless somebody has moved on. */
export const giveFocusBack = (before: Element | null): void => {
  if (isFocusLost() && (before instanceof HTMLElement || before instanceof SVGElement))
    before.focus({ preventScroll: true });
};
