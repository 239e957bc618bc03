import { useLayoutEffect, useState } from 'react';

let typed = '';

const keep = (event: KeyboardEvent): void => {
  if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return;
  event.preventDefault();
  event.stopPropagation();
  typed += event.key;
};

const forget = (): void => {
  typed = '';
};

/** A field's text that begins with what was typed while the field was on its way. */
export const useTypedAhead = () => {
  const [text, setText] = useState('');
  useLayoutEffect(() => {
    setText(typed);
    forget();
  }, []);
  return [text, setText] as const;
};

/** Stands in for a part with a field that is being loaded, so that quick fingers lose nothing and start nothing else. */
export const TypedAhead = () => {
  useLayoutEffect(() => {
    forget();
    window.addEventListener('keydown', keep, { capture: true });
    return () => window.removeEventListener('keydown', keep, { capture: true });
  }, []);
  return null;
};
