import { useMemo, useState } from 'react';
import { type Board, type CodeFile, typesOfUpcaster, upcasterId } from '#model';
import { workspace } from '#state';
import { codeProblemsOf, statusOf, type TypeProblem } from '../editor/codeProblems.ts';
import { useMonaco } from '../editor/loadMonaco.ts';
import { PlainSurface } from '../editor/PlainSurface.tsx';
import { type Caret, caretAtStart } from '../editor/surface.ts';
import { useDraft } from '../editor/useDraft.ts';
import { versionsTexts as texts } from '../text/versions.ts';
import { useApp } from '../useApp.ts';
import type { EventDefinition } from './steps.ts';
import styles from './Versions.module.css';

type UpcasterEditorProps = { definition: EventDefinition; to: number; file: CodeFile };

/** The code of one step, with the types of both versions. */
export const UpcasterEditor = ({ definition, to, file }: UpcasterEditorProps) => {
  const moduleId = upcasterId(definition.id, to);
  const { draft, type } = useDraft(definition.id, file.path, file.text);
  const { surface: Monaco } = useMonaco();
  const [isComposing, setComposing] = useState(false);
  const [typeProblems, setTypeProblems] = useState<TypeProblem[]>([]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each step has a caret of its own
  const caret = useMemo<{ current: Caret }>(() => ({ current: caretAtStart }), [moduleId]);
  const files = useMemo(() => [file], [file]);
  const wall = useApp(({ board }) => board.definitions);
  const types = useMemo(
    () => ({
      'types/model.d.ts': `declare module '#model' {\n${typesOfUpcaster(definition, to, eventsOf(wall))}\n}\n`,
    }),
    [definition, to, wall],
  );
  const status = useApp((state) => state.modules[moduleId]);
  const problems = useMemo(
    () =>
      codeProblemsOf(
        { modules: status ? { [moduleId]: status } : {}, moment: null, readModelStatus: {}, policyStatus: {} },
        moduleId,
      ),
    [status, moduleId],
  );
  const surface = {
    definitionId: moduleId,
    label: texts.codeOf(definition.name, to),
    path: file.path,
    text: draft.text,
    files,
    types,
    problems,
    advice: noAdvice,
    target: null,
    mark: null,
    caret,
    onType: type,
    onBlur: workspace.flushCode,
    onTypeProblems: setTypeProblems,
  };
  const { tone, text } = statusOf({
    isLoaded: status !== undefined,
    problems,
    typeProblems: Monaco ? typeProblems : [],
  });
  return (
    <section className={styles.code} data-action-scope="code" aria-label={texts.codeOf(definition.name, to)}>
      <div className={styles.surface}>
        {Monaco && !isComposing ? <Monaco {...surface} /> : <PlainSurface {...surface} onComposing={setComposing} />}
      </div>
      <output className={styles.status} data-tone={tone}>
        {text}
      </output>
    </section>
  );
};

const eventsOf = (definitions: Board['definitions']): EventDefinition[] =>
  Object.values(definitions).filter((one): one is EventDefinition => one.kind === 'event');

const noAdvice: [] = [];
