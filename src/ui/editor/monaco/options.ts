import type { monaco } from './monaco.ts';

type Options = NonNullable<Parameters<typeof monaco.editor.create>[1]>;

/** Letters in the pixels of the window. */
export const fontAt = (scale: number) => ({ fontSize: 13 * scale, lineHeight: 20 * scale });

/** Quiet, and fit for a narrow pane. */
export const editorOptions = (): Options => ({
  model: null,
  automaticLayout: true,
  fixedOverflowWidgets: true,
  // A real text area takes the keys: whoever listens for shortcuts sees that somebody is typing.
  editContext: false,
  fontFamily: getComputedStyle(document.documentElement).getPropertyValue('--font-code'),
  ...fontAt(1),
  tabSize: 2,
  padding: { top: 8, bottom: 8 },
  lineNumbersMinChars: 3,
  lineDecorationsWidth: 8,
  glyphMargin: false,
  folding: false,
  minimap: { enabled: false },
  stickyScroll: { enabled: false },
  overviewRulerLanes: 0,
  hideCursorInOverviewRuler: true,
  scrollBeyondLastLine: false,
  scrollbar: { verticalScrollbarSize: 10, horizontalScrollbarSize: 10, alwaysConsumeMouseWheel: false },
  guides: { indentation: false },
  renderLineHighlightOnlyWhenFocus: true,
  renderWhitespace: 'none',
  // Types of events are strings in a switch: completion has to come inside quotes too.
  quickSuggestions: { other: true, strings: true, comments: false },
  suggest: { showWords: false },
  wordBasedSuggestions: 'off',
});
