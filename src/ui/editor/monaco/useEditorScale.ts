import { useEffect } from 'react';
import { useApp } from '../../useApp.ts';
import type { monaco } from './monaco.ts';
import { fontAt } from './options.ts';

/** The editor measures in the pixels of the window: it is not zoomed with the interface, its letters grow instead. */
export const useEditorScale = (editor: ReturnType<typeof monaco.editor.create> | null): void => {
  const scale = useApp((state) => state.scale);
  useEffect(() => editor?.updateOptions(fontAt(scale)), [editor, scale]);
};
