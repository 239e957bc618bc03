import { monaco } from './monaco.ts';

const themeName = 'replayground';

/** Draws the editor in the tokens' colours, and again whenever the app's theme changes. Answers how to stop. */
export const followAppTheme = (): (() => void) => {
  drawTheme();
  const observer = new MutationObserver(drawTheme);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
};

const drawTheme = (): void => {
  const style = getComputedStyle(document.documentElement);
  const isDark = document.documentElement.dataset.theme === 'dark';
  const token = (name: string): string => longHex(style.getPropertyValue(`--${name}`).trim());
  const veiled = (name: string, alpha: string): string => `${token(name)}${alpha}`;
  monaco.editor.defineTheme(themeName, {
    base: isDark ? 'vs-dark' : 'vs',
    inherit: true,
    rules: codeRules(token),
    // Monaco takes colours in hexadecimal digits only, and so the tokens it is drawn with are written like that.
    colors: {
      'editor.background': token('surface'),
      'editor.foreground': token('ink'),
      'editorLineNumber.foreground': token('ink-quiet'),
      'editorLineNumber.activeForeground': token('ink'),
      'editorLineNumber.dimmedForeground': token('ink-quiet'),
      'editor.lineHighlightBackground': token('surface-sunken'),
      'editor.lineHighlightBorder': '#00000000',
      'editor.selectionBackground': veiled('accent', '40'),
      'editor.inactiveSelectionBackground': veiled('accent', '22'),
      'editor.wordHighlightBackground': veiled('accent', '1c'),
      'editor.wordHighlightStrongBackground': veiled('accent', '2c'),
      'editorCursor.foreground': token('accent-text'),
      'editorBracketMatch.background': veiled('accent', '22'),
      'editorBracketMatch.border': '#00000000',
      ...plainBrackets(token('ink-quiet')),
      'editorIndentGuide.background1': token('edge'),
      'editorIndentGuide.activeBackground1': token('edge-strong'),
      'editorError.foreground': token('danger'),
      'editorWarning.foreground': token('warning'),
      'editorInfo.foreground': token('accent'),
      'editorWidget.background': token('surface-raised'),
      'editorWidget.foreground': token('ink'),
      'editorWidget.border': token('edge'),
      'editorHoverWidget.background': token('surface-raised'),
      'editorHoverWidget.border': token('edge'),
      'editorSuggestWidget.background': token('surface-raised'),
      'editorSuggestWidget.border': token('edge'),
      'editorSuggestWidget.selectedBackground': token('accent-soft'),
      'editorSuggestWidget.selectedForeground': token('ink'),
      'editorSuggestWidget.highlightForeground': token('accent-text'),
      'editorSuggestWidget.focusHighlightForeground': token('accent-text'),
      'input.background': token('surface'),
      'input.border': token('edge-strong'),
      'menu.background': token('surface-raised'),
      'menu.foreground': token('ink'),
      'menu.selectionBackground': token('accent-soft'),
      'menu.selectionForeground': token('ink'),
      'quickInput.background': token('surface-raised'),
      'quickInputList.focusBackground': token('accent-soft'),
      'quickInputList.focusForeground': token('ink'),
      'scrollbar.shadow': '#00000000',
      'scrollbarSlider.background': veiled('edge-strong', '55'),
      'scrollbarSlider.hoverBackground': veiled('edge-strong', '88'),
      'scrollbarSlider.activeBackground': veiled('edge-strong', 'aa'),
      focusBorder: token('focus'),
    },
  });
  monaco.editor.setTheme(themeName);
};

/** The build shortens `#ffffff` to `#fff`, which Monaco does not take. */
const longHex = (colour: string): string =>
  colour.length === 4 ? colour.replace(/[0-9a-f]/gi, (digit) => digit + digit) : colour;

/** Monaco paints each depth of brackets in a colour of its own, which is more than code of this size needs. */
const plainBrackets = (colour: string): { [name: string]: string } =>
  Object.fromEntries([1, 2, 3, 4, 5, 6].map((depth) => [`editorBracketHighlight.foreground${depth}`, colour]));

const codeRules = (token: (name: string) => string) =>
  [
    { token: 'keyword', colour: 'code-keyword' },
    { token: 'string', colour: 'code-string' },
    { token: 'number', colour: 'code-number' },
    { token: 'type', colour: 'code-type' },
    { token: 'comment', colour: 'code-comment' },
    { token: 'delimiter', colour: 'ink-quiet' },
    { token: 'identifier', colour: 'ink' },
  ].map(({ token: kind, colour }) => ({ token: kind, foreground: token(colour).slice(1) }));
