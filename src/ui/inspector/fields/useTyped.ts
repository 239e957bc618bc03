import { useState } from 'react';

/** What is being typed, until it becomes an edit; another stored text (undo, another tab) takes its place. */
export const useTyped = (stored: string): [text: string, setText: (text: string) => void] => {
  const [text, setText] = useState(stored);
  const [shown, setShown] = useState(stored);
  if (shown !== stored) {
    setShown(stored);
    setText(stored);
  }
  return [text, setText];
};
