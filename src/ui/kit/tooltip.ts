/**
 * Props that give an element a tooltip, with the keys that do the same. One `TooltipLayer` shows them all, so that a
 * thousand chips cost nothing. A tooltip repeats or explains; what a person must know stands on the screen.
 */
export const tooltip = (text: string, keys?: string) => ({
  'data-tooltip': text,
  'data-tooltip-keys': keys,
});
