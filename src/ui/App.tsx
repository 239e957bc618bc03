import { Suspense, useEffect } from 'react';
import styles from './App.module.css';
import { useActionKeys } from './actions/useActionKeys.ts';
import { FileDrop } from './files/FileDrop.tsx';
import { TooltipLayer } from './kit/TooltipLayer.tsx';
import { TypedAhead } from './kit/TypedAhead.tsx';
import { Header } from './shell/Header.tsx';
import { LimitsLine } from './shell/LimitsLine.tsx';
import { Finder, fetchPartsWhenIdle, ModelsView, PreviewDialog, ShortcutsDialog } from './shell/lazyParts.ts';
import { FailedScreen, StartingScreen } from './shell/StartScreens.tsx';
import { showShortcuts, useShell } from './shell/shellStore.ts';
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
  const isFinderShown = useShell((state) => state.isFinderOpen);
  const areShortcutsShown = useShell((state) => state.isShortcutsOpen);
  return (
    <>
      <Suspense>
        {preview && <PreviewDialog preview={preview} />}
        {areShortcutsShown && <ShortcutsDialog onClose={() => showShortcuts(false)} />}
      </Suspense>
      <Suspense fallback={<TypedAhead />}>{isFinderShown && <Finder />}</Suspense>
    </>
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
