import { useEffect } from 'react';
import { shellTexts as texts } from '../text/shell.ts';
import { useApp } from '../useApp.ts';

/** The tab says which model it holds. */
export const useWindowTitle = (): void => {
  const title = useApp(({ view, board }) =>
    view === 'wall' && board.name ? texts.windowTitle(board.name) : texts.product,
  );
  useEffect(() => {
    document.title = title;
  }, [title]);
};
