import type { Advice } from '#model';
import { applyFix, muteAdvice } from '../../inspector/problems/adviceEdits.ts';
import { adviceTexts } from '../../text/advice.ts';
import { codeStore } from '../codeStore.ts';
import type { SurfaceProps } from '../surface.ts';
import { fileAt, type TextModel } from './language.ts';
import { lineMarker } from './lineMarker.ts';
import { monaco } from './monaco.ts';

type Editor = ReturnType<typeof monaco.editor.create>;

const lineIn = ({ place }: Advice, path: string): number | null =>
  place.kind === 'code' && place.file === path ? place.line : null;

/** What the coach says of a file, on its lines. */
export const markAdvice = (model: TextModel, path: string, advice: readonly Advice[]): void =>
  monaco.editor.setModelMarkers(
    model,
    'coach',
    advice.flatMap((one) => {
      const line = lineIn(one, path);
      if (line === null) return [];
      const severity = one.severity === 'warning' ? monaco.MarkerSeverity.Warning : monaco.MarkerSeverity.Info;
      return [{ ...lineMarker(model, line), severity, message: one.message, source: one.title }];
    }),
  );

const mendCommand = 'replayground.mend';

/** The fix and the muting that the list of problems offers, by the light bulb and its key. */
const actionsFor = (advice: Advice) => {
  const { fix, message } = advice;
  const action = (title: string, mend: () => void) => ({
    title,
    kind: 'quickfix',
    command: { id: mendCommand, title, arguments: [mend] },
  });
  return [
    ...(fix ? [{ ...action(fix.label, () => applyFix(fix)), isPreferred: true }] : []),
    action(adviceTexts.muteMessage(message), () => muteAdvice(advice)),
  ];
};

export const offerFixes = (editor: Editor, latest: { current: SurfaceProps }) => {
  const showFixes = (): void => {
    editor.focus();
    void editor.getAction('editor.action.quickFix')?.run();
  };
  codeStore.setState({ showFixes });
  // Made when the browser is idle, as it would be, it misses what there is to offer by then, until the cursor moves.
  editor.getContribution('editor.contrib.codeActionController');
  return [
    monaco.editor.registerCommand(mendCommand, (_accessor, mend: () => void) => mend()),
    monaco.languages.registerCodeActionProvider('typescript', {
      provideCodeActions: (model, { startLineNumber, endLineNumber }) => {
        const path = fileAt(model.uri.path)?.path ?? '';
        const here = latest.current.advice.filter((one) => {
          const line = lineIn(one, path);
          return line !== null && startLineNumber <= line && line <= endLineNumber;
        });
        return { actions: here.flatMap(actionsFor), dispose: () => undefined };
      },
    }),
    { dispose: () => codeStore.setState({ showFixes: null }) },
  ];
};
