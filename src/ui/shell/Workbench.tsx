import { Suspense, useEffect, useMemo, useRef } from 'react';
import { isInThePast, workspace } from '#state';
import { Palette } from '../canvas/Palette.tsx';
import { Wall } from '../canvas/Wall.tsx';
import { ErrorBoundary } from '../kit/ErrorBoundary.tsx';
import { Split } from '../kit/Split.tsx';
import { TypedAhead } from '../kit/TypedAhead.tsx';
import { FloatingOutcome } from '../run/FloatingOutcome.tsx';
import { shellTexts as texts } from '../text/shell.ts';
import { Dock } from '../timeline/Dock.tsx';
import { useApp } from '../useApp.ts';
import { FormRegion } from './FormRegion.tsx';
import { HintLine } from './HintLine.tsx';
import { FindBar, Inspector } from './lazyParts.ts';
import { Messages } from './Messages.tsx';
import { useShell } from './shellStore.ts';
import styles from './Workbench.module.css';

/** Keys go to the wall as soon as a model opens: the button or menu that opened it has done its work. */
const useFocusOnOpening = () => {
  const region = useRef<HTMLElement>(null);
  const modelId = useApp((state) => state.modelId);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the model that opened is what calls for the focus
  useEffect(() => region.current?.focus({ preventScroll: true }), [modelId]);
  return region;
};

/** It stays where it is while its hits are walked through, and the wall can be used beside it. */
const FindRegion = () => {
  const isFinding = useShell((state) => state.finding > 0);
  return isFinding ? (
    <>
      <TypedAhead />
      <Suspense>
        <FindBar />
      </Suspense>
    </>
  ) : null;
};

const WallRegion = () => (
  <main
    ref={useFocusOnOpening()}
    className={styles.wall}
    data-region="wall"
    data-action-scope="wall"
    aria-label={texts.wall}
    tabIndex={-1}
  >
    <HintLine />
    <ErrorBoundary name={texts.wall}>
      <div className={styles.canvas}>
        <Wall />
        <ErrorBoundary name={texts.form}>
          <FormRegion />
          <FloatingOutcome />
        </ErrorBoundary>
        <FindRegion />
      </div>
    </ErrorBoundary>
    <Messages />
  </main>
);

const PaletteRegion = () => {
  const isOpen = useShell((state) => state.isPaletteOpen);
  const isPresenting = useApp((state) => state.isPresenting);
  if (!isOpen || isPresenting) return null;
  return (
    <nav className={styles.palette} data-region="palette" data-action-scope="wall" aria-label={texts.palette}>
      <Palette />
    </nav>
  );
};

const InspectorRegion = () => (
  <aside className={styles.inspector} data-region="inspector" aria-label={texts.inspector} tabIndex={-1}>
    <ErrorBoundary name={texts.inspector}>
      <Suspense>
        <Inspector />
      </Suspense>
    </ErrorBoundary>
  </aside>
);

const DockRegion = () => (
  <div className={styles.dock} data-region="timeline" data-action-scope="timeline" tabIndex={-1}>
    <ErrorBoundary name={texts.timeline}>
      <Dock />
    </ErrorBoundary>
  </div>
);

/** A third of the screen, so that code has lines; narrow screens keep more of their width for the wall. */
const inspectorWidth = (scale: number) => {
  const width = window.innerWidth / scale;
  return width < 1280 ? 320 : Math.min(560, Math.round(width / 3));
};

/** Seven lanes; on a low or enlarged screen the wall keeps the larger part. */
const dockHeight = (scale: number) => Math.min(270, Math.round((window.innerHeight / scale) * 0.4));

const WallAndInspector = () => {
  const isInspectorOpen = useApp((state) => state.isInspectorOpen);
  const scale = useApp((state) => state.scale);
  const width = useMemo(() => inspectorWidth(scale), [scale]);
  return (
    <div className={styles.upper}>
      <PaletteRegion />
      <Split
        orientation="horizontal"
        name="inspector"
        label={texts.inspector}
        isOpen={isInspectorOpen}
        onOpenChange={workspace.toggleInspector}
        scale={scale}
        defaultSize={width}
        minSize={280}
        minMainSize={240}
        main={<WallRegion />}
        side={<InspectorRegion />}
      />
    </div>
  );
};

/** The wall with the inspector beside it and the timeline below. */
export const Workbench = () => {
  const isDockOpen = useApp((state) => state.isDockOpen);
  const isPast = useApp(isInThePast);
  const scale = useApp((state) => state.scale);
  const height = useMemo(() => dockHeight(scale), [scale]);
  return (
    <div className={styles.workbench} data-past={isPast || undefined}>
      <Split
        orientation="vertical"
        name="timeline"
        label={texts.timeline}
        isOpen={isDockOpen}
        onOpenChange={workspace.toggleDock}
        scale={scale}
        defaultSize={height}
        minSize={120}
        minMainSize={160}
        main={<WallAndInspector />}
        side={<DockRegion />}
      />
    </div>
  );
};
