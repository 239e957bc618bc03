import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import { actionTexts } from '../../text/actions.ts';
import { codeStore } from '../codeStore.ts';
import { formatCode } from '../fileEdits.ts';
import { followTypes } from '../followTypes.ts';
import { changeBetween } from '../mergeText.ts';
import { newTarget, type SurfaceProps } from '../surface.ts';
import { checkTypes } from './checkTypes.ts';
import { disposeModels, modelOf, offerTypes, prepareLanguage, type TextModel, typeProblemsOf } from './language.ts';
import { lineMarker } from './lineMarker.ts';
import styles from './MonacoSurface.module.css';
import { markLine } from './markLine.ts';
import { monaco } from './monaco.ts';
import { markAdvice, offerFixes } from './offerFixes.ts';
import { offerNotes } from './offerNotes.ts';
import { editorOptions } from './options.ts';
import { followAppTheme } from './theme.ts';
import { useEditorScale } from './useEditorScale.ts';

type Editor = ReturnType<typeof monaco.editor.create>;

let isFollowing = false;

/** From the first editor on, for as long as the page is open. */
const followEveryFile = (): void => {
  if (!isFollowing) followTypes(checkTypes);
  isFollowing = true;
};

/** The code in Monaco: types from the notes, completion, errors on their line. */
export const MonacoSurface = (props: SurfaceProps) => {
  const { definitionId, path, text, files, types, problems, advice, target, mark, label } = props;
  const host = useRef<HTMLDivElement>(null);
  const latest = useRef(props);
  useLayoutEffect(() => {
    latest.current = props;
  });
  const [editor, setEditor] = useState<Editor | null>(null);

  useLayoutEffect(() => {
    if (!host.current) return;
    prepareLanguage();
    followEveryFile();
    const stopTheme = followAppTheme();
    const created = monaco.editor.create(host.current, editorOptions());
    const subscriptions = [
      ...connect(created, latest),
      offerFormatting(created),
      ...offerNotes(created, latest),
      ...offerFixes(created, latest),
    ];
    setEditor(created);
    return () => {
      for (const subscription of subscriptions) subscription.dispose();
      stopTheme();
      created.dispose();
    };
  }, []);

  useEditorScale(editor);
  useEffect(() => offerTypes(types), [types]);

  useEffect(() => () => disposeModels(definitionId), [definitionId]);

  // Neighbours of the open file have models too: only so does the language's worker find what is imported from them.
  useEffect(() => {
    for (const file of files) if (file.path !== path) setText(modelOf(definitionId, file.path, file.text), file.text);
  }, [definitionId, files, path]);

  useLayoutEffect(() => {
    if (!editor) return;
    const { text: textNow, caret, onTypeProblems } = latest.current;
    const model = modelOf(definitionId, path, textNow);
    editor.setModel(model);
    restoreCaret(editor, caret);
    // Markers of a file without any never change: what was said of the file before would stay.
    onTypeProblems(typeProblemsOf(model));
    return () => rememberCaret(editor, caret);
  }, [editor, definitionId, path]);

  useLayoutEffect(() => {
    const model = editor?.getModel();
    if (model) setText(model, text);
  }, [editor, text]);

  useEffect(() => editor?.updateOptions({ ariaLabel: label }), [editor, label]);

  useEffect(() => {
    const model = editor?.getModel();
    if (model) markProblems(model, path, problems);
  }, [editor, path, problems]);

  useEffect(() => {
    const model = editor?.getModel();
    if (model) markAdvice(model, path, advice);
  }, [editor, path, advice]);

  useEffect(() => (editor && mark ? markLine(editor, mark) : undefined), [editor, mark]);

  useEffect(() => {
    const wanted = editor && newTarget(target);
    if (!wanted) return;
    editor.setSelection(lineRange(editor.getModel(), wanted.line));
    editor.revealLineInCenter(wanted.line);
    // A long line is read from its start, and the selection ends at its end.
    editor.setScrollLeft(0);
    editor.focus();
  }, [editor, target]);

  return <div ref={host} className={styles.host} />;
};

const connect = (editor: Editor, latest: { current: SurfaceProps }) => [
  editor.onDidChangeModelContent(({ changes }) => {
    const text = editor.getModel()?.getValue();
    if (text !== undefined && text !== latest.current.text) latest.current.onType(text);
    if (changes.some((change) => change.text === "''" || change.text === '""')) offerTexts(editor);
  }),
  editor.onDidBlurEditorText(() => latest.current.onBlur()),
  monaco.editor.onDidChangeMarkers((uris) => {
    const model = editor.getModel();
    if (model && uris.some((uri) => uri.path === model.uri.path)) latest.current.onTypeProblems(typeProblemsOf(model));
  }),
];

/** By its key and for the button: as one edit, which undo takes back in one step. */
const offerFormatting = (editor: Editor) => {
  const format = (): void => void editor.getAction('editor.action.formatDocument')?.run();
  codeStore.setState({ format });
  const action = editor.addAction({
    id: 'replayground.format',
    label: actionTexts.formatCode,
    keybindings: [monaco.KeyMod.Shift | monaco.KeyMod.Alt | monaco.KeyCode.KeyF],
    run: formatCode,
  });
  return {
    dispose: () => {
      action.dispose();
      codeStore.setState({ format: null });
    },
  };
};

/** Types of messages stand in quotes, and are offered as these open; the cursor gets between them after the change. */
const offerTexts = (editor: Editor): void =>
  queueMicrotask(() => editor.trigger('quotes', 'editor.action.triggerSuggest', { auto: true }));

/** As one edit around which the cursor keeps its place, and which undo can take back. */
const setText = (model: TextModel, text: string): void => {
  const present = model.getValue();
  if (present === text) return;
  const { start, removed, inserted } = changeBetween(present, text);
  const range = monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(start + removed));
  model.pushStackElement();
  model.pushEditOperations(null, [{ range, text: inserted }], () => null);
  model.pushStackElement();
};

const rememberCaret = (editor: Editor, caret: SurfaceProps['caret']): void => {
  const model = editor.getModel();
  const selection = editor.getSelection();
  if (!model || !selection) return;
  caret.current = {
    start: model.getOffsetAt(selection.getStartPosition()),
    end: model.getOffsetAt(selection.getEndPosition()),
    scrollTop: editor.getScrollTop(),
    hasFocus: editor.hasTextFocus(),
  };
};

const restoreCaret = (editor: Editor, caret: SurfaceProps['caret']): void => {
  const model = editor.getModel();
  if (!model) return;
  const { start, end, scrollTop, hasFocus } = caret.current;
  editor.setSelection(monaco.Range.fromPositions(model.getPositionAt(start), model.getPositionAt(end)));
  editor.setScrollTop(scrollTop);
  if (hasFocus) editor.focus();
};

const lineRange = (model: TextModel | null, line: number) =>
  new monaco.Range(line, 1, line, model && line <= model.getLineCount() ? model.getLineMaxColumn(line) : 1);

const markProblems = (model: TextModel, path: string, problems: SurfaceProps['problems']): void => {
  const here = problems.filter(({ file, line }) => line !== undefined && (file === undefined || file === path));
  monaco.editor.setModelMarkers(
    model,
    'replayground',
    here.map(({ line = 1, message, isRefused }) => ({
      ...lineMarker(model, line),
      severity: isRefused ? monaco.MarkerSeverity.Error : monaco.MarkerSeverity.Warning,
      message,
      source: 'Replayground',
    })),
  );
};
