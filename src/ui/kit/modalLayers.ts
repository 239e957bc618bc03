import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** One of each modal dialog that is open, the topmost last. */
const layers = createStore<{ open: readonly HTMLElement[] }>(() => ({ open: [] }));

/** Ref of the element in which a modal dialog shows what comes while it is open. */
export const modalLayer = (layer: HTMLElement | null) => {
  if (!layer) return undefined;
  layers.setState(({ open }) => ({ open: [...open, layer] }));
  return () => layers.setState(({ open }) => ({ open: open.filter((other) => other !== layer) }));
};

/** Where something has to be drawn to be seen and reached above all dialogs; null where none is open. */
export const useModalLayer = (): HTMLElement | null => useStore(layers, ({ open }) => open.at(-1) ?? null);

/** Keeps a dialog open when its layer is pressed, whose content is of another part of the screen. */
export const staysOpen = (event: Event): void => {
  if (layers.getState().open.some((layer) => event.target instanceof Node && layer.contains(event.target)))
    event.preventDefault();
};
