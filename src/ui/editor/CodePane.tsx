import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { type Advice, type CodeFile, codeOf, type Definition } from '#model';
import { type AppState, workspace } from '#state';
import { EffectLine } from '../again/EffectLine.tsx';
import { codeTexts } from '../text/code.ts';
import { useApp } from '../useApp.ts';
import { CodeConsole } from './CodeConsole.tsx';
import styles from './CodePane.module.css';
import { CodeStatus } from './CodeStatus.tsx';
import { codeProblemsOf, type TypeProblem } from './codeProblems.ts';
import { codeStore, openFile } from './codeStore.ts';
import { DraftConflict } from './DraftConflict.tsx';
import { FileTabs } from './FileTabs.tsx';
import { GrowthNotice } from './GrowthNotice.tsx';
import { useMonaco } from './loadMonaco.ts';
import { PlainSurface } from './PlainSurface.tsx';
import { type Caret, caretAtStart, type LineTarget } from './surface.ts';
import { useDraft } from './useDraft.ts';
import { useLineMark } from './useLineMark.ts';
import { useTypes } from './useTypes.ts';

export type DefinitionWithCode = Extract<Definition, { code: CodeFile[] }>;

/** The code of a decider, a read model or a policy: editable at once, in Monaco when that has loaded. */
export const CodePane = ({ definition }: { definition: DefinitionWithCode }) => {
  const target = useApp(({ codeTarget }) => (codeTarget?.definitionId === definition.id ? codeTarget : null));
  const chosen = useStore(codeStore, ({ open }) => (open?.definitionId === definition.id ? open.path : null));
  const board = useApp((state) => state.board);
  const files = useMemo(() => codeOf(board, definition.id), [board, definition.id]);
  const file = files.find(({ path }) => path === chosen) ?? files[0];
  useEffect(() => {
    if (target?.file !== undefined) openFile(target.definitionId, target.file);
  }, [target]);
  useEffect(() => {
    if (file?.path !== undefined && file.path !== chosen) openFile(definition.id, file.path);
  }, [definition.id, file?.path, chosen]);
  useEffect(() => () => codeStore.setState({ open: null, naming: null, typeProblems: [] }), []);

  if (!file) return null;
  return (
    <section className={styles.pane} data-action-scope="code">
      <FileTabs files={files} selected={file.path} onSelect={(path) => openFile(definition.id, path)} />
      <GrowthNotice definition={definition} />
      <FileEditor definition={definition} files={files} file={file} target={lineTarget(target, file.path)} />
    </section>
  );
};

const lineTarget = (target: AppState['codeTarget'], path: string): LineTarget | null =>
  target?.line === undefined || (target.file ?? path) !== path ? null : { line: target.line, nonce: target.nonce };

type FileEditorProps = { definition: DefinitionWithCode; files: CodeFile[]; file: CodeFile; target: LineTarget | null };

const FileEditor = ({ definition, files, file, target }: FileEditorProps) => {
  const { draft, type, takeTheirs, keepMine } = useDraft(definition.id, file.path, file.text);
  const { surface: Monaco, hasFailed } = useMonaco();
  const [isComposing, setComposing] = useState(false);
  const typeProblems = useStore(codeStore, (state) => state.typeProblems);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each file has a caret of its own
  const caret = useMemo<{ current: Caret }>(() => ({ current: caretAtStart }), [definition.id, file.path]);
  const problems = useProblems(definition.id);
  const surface = {
    definitionId: definition.id,
    label: codeTexts.label(definition.name, file.path),
    path: file.path,
    text: draft.text,
    files,
    types: useTypes(definition.id),
    problems,
    advice: useAdvice(definition.id),
    target,
    mark: useLineMark(definition.id, file.path),
    caret,
    onType: type,
    onBlur: workspace.flushCode,
    onTypeProblems: sayTypeProblems,
  };
  return (
    <>
      {draft.theirs !== null && <DraftConflict theirs={draft.theirs} onTakeTheirs={takeTheirs} onKeepMine={keepMine} />}
      <div className={styles.surface}>
        {Monaco && !isComposing ? <Monaco {...surface} /> : <PlainSurface {...surface} onComposing={setComposing} />}
      </div>
      <CodeConsole definitionId={definition.id} />
      {definition.kind !== 'read-model' && <EffectLine definition={definition} />}
      <CodeStatus
        definitionId={definition.id}
        problems={problems}
        typeProblems={Monaco ? typeProblems : []}
        note={noteOn(definition, hasFailed)}
        hasTabTrap={Monaco !== null}
        path={file.path}
      />
    </>
  );
};

const sayTypeProblems = (typeProblems: TypeProblem[]): void => codeStore.setState({ typeProblems });

const noteOn = (definition: DefinitionWithCode, hasFailed: boolean): string | null => {
  if (hasFailed) return codeTexts.plainOnly;
  return definition.code.length === 0 ? codeTexts.skeleton : null;
};

const useAdvice = (definitionId: string): Advice[] => {
  const advice = useApp((state) => state.advice);
  return useMemo(
    () => advice.filter((one) => one.definitionId === definitionId && one.place.kind === 'code'),
    [advice, definitionId],
  );
};

const useProblems = (definitionId: string) => {
  const modules = useApp((state) => state.modules);
  const moment = useApp((state) => state.moment);
  const readModelStatus = useApp((state) => state.readModelStatus);
  const policyStatus = useApp((state) => state.policyStatus);
  return useMemo(
    () => codeProblemsOf({ modules, moment, readModelStatus, policyStatus }, definitionId),
    [modules, moment, readModelStatus, policyStatus, definitionId],
  );
};
