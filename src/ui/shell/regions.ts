/** The parts of the screen that F6 walks through, marked with `data-region`. */
const regions = () =>
  [...document.querySelectorAll<HTMLElement>('[data-region]')].filter((region) => region.offsetParent !== null);

/** What Tab reaches, too. */
const focusable =
  ':is(button:not(:disabled), [href], input:not(:disabled), select, textarea, [tabindex]):not([tabindex="-1"])';

const enter = (region: HTMLElement) => {
  const first = region.querySelector<HTMLElement>(focusable) ?? region;
  first.focus();
};

/** Moves the focus into the region after (or before) the one that it is in. */
export const focusNextRegion = (step: 1 | -1): void => {
  const all = regions();
  const current = all.findIndex((region) => region.contains(document.activeElement));
  const next = current === -1 && step === -1 ? all.length - 1 : (current + step + all.length) % all.length;
  const region = all[next];
  if (region) enter(region);
};
