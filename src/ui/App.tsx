import { Suspense, useEffect } from 'react';
import styles from './App.module.css';
import { useActionKeys } from './actions/useActionKeys.ts';
import { FileDrop } from './files/FileDrop.tsx';
import { TooltipLayer } from './kit/TooltipLayer.tsx';
import { Header } from './shell/Header.tsx';
import { LimitsLine } from './shell/LimitsLine.tsx';
import { FromCodeDialog, fetchPartsWhenIdle, ModelsView, PreviewDialog, ShortcutsDialog } from './shell/lazyParts.ts';
import { FailedScreen, StartingScreen } from './shell/StartScreens.tsx';
import { showFromCode, showShortcuts, useShell } from './shell/shellStore.ts';
import { useInspectorFollowsSelection } from './shell/useInspectorFollowsSelection.ts';
import { useWindowTitle } from './shell/useWindowTitle.ts';
import { Workbench } from './shell/Workbench.tsx';
import { useTheme } from './theme/useTheme.ts';
import { useApp } from './useApp.ts';

const View = () => {
  const view = useApp((state) => state.view);
  return view === 'wall' ? (
    <Workbench />
  ) : (
    <Suspense>
      <ModelsView />
    </Suspense>
  );
};

const Dialogs = () => {
  const preview = useApp((state) => state.preview);
  const areShortcutsShown = useShell((state) => state.isShortcutsOpen);
  const codeForWall = useShell((state) => state.codeForWall);
  return (
    <Suspense>
      {codeForWall !== null && <FromCodeDialog initialText={codeForWall} onClose={() => showFromCode(null)} />}
      {preview && <PreviewDialog preview={preview} />}
      {areShortcutsShown && <ShortcutsDialog onClose={() => showShortcuts(false)} />}
    </Suspense>
  );
};

const Ready = () => {
  useActionKeys();
  useWindowTitle();
  useInspectorFollowsSelection();
  useEffect(fetchPartsWhenIdle, []);
  return (
    <div className={styles.app}>
      <Header />
      <LimitsLine />
      <View />
      <Dialogs />
      <FileDrop />
    </div>
  );
};

/** The whole screen. */
export const App = () => {
  useTheme();
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
