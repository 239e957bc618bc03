import { useLayoutEffect } from 'react';
import { flushSync } from 'react-dom';

/** What was typed and pasted, and the other keys that were pressed after it. */
type Ahead = { text: string; keys: string[] };

let ahead: Ahead = { text: '', keys: [] };

const swallow = (event: Event): void => {
  event.preventDefault();
  event.stopPropagation();
};

/** Its keys need nobody to keep them: it has the focus. */
const takesKeys = (target: EventTarget | null): boolean =>
  target instanceof Element && target.matches('[role="combobox"]');

const laterKeys = new Set(['Enter', 'Escape', 'ArrowDown', 'ArrowUp']);

const keepKey = (event: KeyboardEvent): void => {
  const { key, target, ctrlKey, metaKey, altKey } = event;
  if (ctrlKey || metaKey || altKey || takesKeys(target)) return;
  const { text, keys } = ahead;
  if (laterKeys.has(key)) ahead = { text, keys: [...keys, key] };
  else if (key === 'Backspace') ahead = { text: text.slice(0, -1), keys };
  else if (key.length === 1) ahead = { text: text + key, keys };
  else return;
  swallow(event);
};

const keepPaste = (event: ClipboardEvent): void => {
  if (takesKeys(event.target)) return;
  const pasted = event.clipboardData?.getData('text/plain') ?? '';
  ahead = { ...ahead, text: ahead.text + pasted.replace(/[\r\n]+/g, ' ') };
  swallow(event);
};

const listen = (): void => {
  ahead = { text: '', keys: [] };
  window.addEventListener('keydown', keepKey, { capture: true });
  window.addEventListener('paste', keepPaste, { capture: true });
};

const stop = (): void => {
  window.removeEventListener('keydown', keepKey, { capture: true });
  window.removeEventListener('paste', keepPaste, { capture: true });
};

/** For a field that has just got the focus: it gets the text that was meant for it, then each of the other keys. */
export const handOver = (field: HTMLElement, onType: (text: string) => void): void => {
  stop();
  const { text, keys } = ahead;
  ahead = { text: '', keys: [] };
  if (text === '' && keys.length === 0) return;
  // React may be in the middle of drawing the field.
  queueMicrotask(() => {
    if (text !== '') flushSync(() => onType(text));
    for (const key of keys) field.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true }));
  });
};

/**
 * Stands beside a part with a field that may still have to be fetched and drawn, or in its place, so that quick fingers
 * lose nothing and start nothing else: keys are kept until the field has the focus.
 */
export const TypedAhead = () => {
  useLayoutEffect(() => {
    listen();
    return stop;
  }, []);
  return null;
};
