import { useEffect } from 'react';
import { ActionButton } from '../actions/ActionButton.tsx';
import { fitAll } from '../canvas/view.ts';
import { announce } from '../canvas/wallStore.ts';
import { useShell } from '../shell/shellStore.ts';
import { presentTexts as texts } from '../text/present.ts';
import { useApp } from '../useApp.ts';
import { enterFullScreen, followFullScreen, leaveFullScreen } from './fullScreen.ts';
import { Laser } from './Laser.tsx';
import styles from './Presenting.module.css';

/** The wall has another size once the screen has been drawn anew. */
const fitSoon = (): number => requestAnimationFrame(() => requestAnimationFrame(() => fitAll()));

/** The button that was pressed is gone with its bar. */
const focusWall = (): void =>
  document.querySelector<HTMLElement>('[data-region="wall"]')?.focus({ preventScroll: true });

const usePresenting = (): void =>
  useEffect(() => {
    void enterFullScreen();
    const stop = followFullScreen(fitSoon);
    focusWall();
    announce(texts.started);
    fitSoon();
    return () => {
      stop();
      void leaveFullScreen();
      focusWall();
      announce(texts.stopped);
      fitSoon();
    };
  }, []);

/** What the header would offer, as far as people in front of a screen need it. */
const Bar = () => {
  usePresenting();
  const name = useApp((state) => state.board.name);
  const isLaserOn = useShell((state) => state.isLaserOn);
  const isInspectorOpen = useApp((state) => state.isInspectorOpen);
  return (
    <section className={styles.bar} data-region="header" aria-label={texts.bar}>
      <h1 className={styles.hidden}>{name}</h1>
      <ActionButton action="present.laser" isPressed={isLaserOn} />
      <ActionButton action="view.inspector" isPressed={isInspectorOpen} />
      <ActionButton action="view.leave" />
    </section>
  );
};

/** What lies over the wall while somebody presents. */
export const Presenting = () => {
  const isPresenting = useApp((state) => state.isPresenting);
  const isLaserOn = useShell((state) => state.isLaserOn);
  return (
    <>
      {isPresenting && <Bar />}
      {isLaserOn && <Laser />}
    </>
  );
};
