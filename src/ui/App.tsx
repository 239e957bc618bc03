import { Suspense, useEffect } from 'react';
import styles from './App.module.css';
import { useActionKeys } from './actions/useActionKeys.ts';
import { useBranches } from './branches/branchStore.ts';
import { FileDrop } from './files/FileDrop.tsx';
import { TooltipLayer } from './kit/TooltipLayer.tsx';
import { TypedAhead } from './kit/TypedAhead.tsx';
import { useConsumerDialog } from './read-models/consumerDialog.ts';
import { useAskedRename } from './renaming/renameStore.ts';
import { Header } from './shell/Header.tsx';
import { LimitsLine } from './shell/LimitsLine.tsx';
import {
  BranchDialogs,
  Compare,
  ConsumerDialogs,
  DeleteStreamDialog,
  FileDifferences,
  Finder,
  FromCodeDialog,
  fetchPartsWhenIdle,
  ImportDialog,
  LoadRunDialog,
  ModelsView,
  Outline,
  Presenting,
  PreviewDialog,
  RenameDialog,
  ShareDialog,
  ShortcutsDialog,
  WallHistory,
} from './shell/lazyParts.ts';
import { FailedScreen, StartingScreen } from './shell/StartScreens.tsx';
import { showFromCode, showSharing, showShortcuts, useShell } from './shell/shellStore.ts';
import { useInspectorFollowsSelection } from './shell/useInspectorFollowsSelection.ts';
import { useWindowTitle } from './shell/useWindowTitle.ts';
import { Workbench } from './shell/Workbench.tsx';
import { useScale } from './theme/useScale.ts';
import { useTheme } from './theme/useTheme.ts';
import { useLanes } from './timeline/lanesStore.ts';
import { useApp } from './useApp.ts';

const views = {
  wall: Workbench,
  models: ModelsView,
  'wall-history': WallHistory,
  outline: Outline,
  compare: Compare,
  'file-differences': FileDifferences,
};

const View = () => {
  const Shown = views[useApp((state) => state.view)];
  return (
    <Suspense>
      <Shown />
    </Suspense>
  );
};

const Dialogs = () => {
  const preview = useApp((state) => state.preview);
  const eventImport = useApp((state) => state.eventImport);
  const loadRun = useApp((state) => state.loadRun);
  const rename = useAskedRename();
  const isFinderShown = useShell((state) => state.isFinderOpen);
  const areShortcutsShown = useShell((state) => state.isShortcutsOpen);
  const isSharing = useShell((state) => state.isSharing);
  const isPresenterNeeded = useApp((state) => state.isPresenting);
  const isLaserOn = useShell((state) => state.isLaserOn);
  const branchDialog = useBranches((state) => state.dialog);
  const consumerDialog = useConsumerDialog();
  const deletion = useLanes((state) => state.deletion);
  const codeForWall = useShell((state) => state.codeForWall);
  return (
    <>
      <Suspense>
        {(isPresenterNeeded || isLaserOn) && <Presenting />}
        {codeForWall !== null && <FromCodeDialog initialText={codeForWall} onClose={() => showFromCode(null)} />}
        {branchDialog && <BranchDialogs dialog={branchDialog} />}
        {consumerDialog && <ConsumerDialogs dialog={consumerDialog} />}
        {deletion && <DeleteStreamDialog deletion={deletion} />}
        {preview && <PreviewDialog preview={preview} />}
        {eventImport && <ImportDialog shown={eventImport} />}
        {loadRun && <LoadRunDialog loadRun={loadRun} />}
        {rename && <RenameDialog asked={rename} />}
        {isSharing && <ShareDialog onClose={() => showSharing(false)} />}
        {areShortcutsShown && <ShortcutsDialog onClose={() => showShortcuts(false)} />}
      </Suspense>
      {isFinderShown && <TypedAhead />}
      <Suspense>{isFinderShown && <Finder />}</Suspense>
    </>
  );
};

const Ready = () => {
  useActionKeys();
  useWindowTitle();
  useInspectorFollowsSelection();
  useEffect(fetchPartsWhenIdle, []);
  const isPresenting = useApp((state) => state.isPresenting);
  return (
    <div className={styles.app}>
      {!isPresenting && <Header />}
      {!isPresenting && <LimitsLine />}
      <View />
      <Dialogs />
      <FileDrop />
    </div>
  );
};

/** The whole screen. */
export const App = () => {
  useTheme();
  useScale();
  const phase = useApp((state) => state.phase);
  return (
    <>
      {phase === 'starting' && <StartingScreen />}
      {phase === 'failed' && <FailedScreen />}
      {phase === 'ready' && <Ready />}
      <TooltipLayer />
    </>
  );
};
