import { Button } from '../kit/Button.tsx';
import { shellTexts as texts } from '../text/shell.ts';
import { useApp } from '../useApp.ts';
import { Logo } from './Logo.tsx';
import styles from './StartScreens.module.css';

/** Shown only where opening takes long enough to be noticed. */
export const StartingScreen = () => (
  <main className={styles.screen} data-starting>
    <Logo size={40} />
    <p className={styles.quiet} role="status">
      {texts.starting}
    </p>
  </main>
);

export const FailedScreen = () => {
  const failure = useApp((state) => state.failure);
  return (
    <main className={styles.screen}>
      <Logo size={40} />
      <h1 className={styles.title}>{texts.failedTitle}</h1>
      <p role="alert">{failure}</p>
      <p className={styles.quiet}>{texts.failedAdvice}</p>
      <Button variant="primary" onClick={() => window.location.reload()}>
        {texts.reload}
      </Button>
    </main>
  );
};
