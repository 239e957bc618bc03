import { Lightbulb, X } from 'lucide-react';
import { type AppState, workspace } from '#state';
import { IconButton } from '../kit/IconButton.tsx';
import { shellTexts as texts } from '../text/shell.ts';
import { useApp } from '../useApp.ts';
import styles from './HintLine.module.css';

/** The hints speak of the first visit's sample; beside another model they wait. */
const isSampleOpen = ({ models, modelId }: AppState): boolean =>
  models.some((model) => model.modelId === modelId && model.sample === 'shopping-cart');

/** One line for the first visit: what to try next. */
export const HintLine = () => {
  const step = useApp((state) => (isSampleOpen(state) && !state.isPresenting ? state.hint : null));
  const hint = step === null ? undefined : texts.hints[step];
  if (step === null || !hint) return null;
  return (
    <aside className={styles.hint} aria-label={texts.hintLabel}>
      <Lightbulb size={16} aria-hidden="true" className={styles.icon} />
      <p key={step} className={styles.words} role="status">
        {hint}
      </p>
      <span className={styles.step}>{texts.hintStep(step + 1, texts.hints.length)}</span>
      <IconButton icon={X} size="small" label={texts.closeHints} onClick={() => workspace.closeHints()} />
    </aside>
  );
};
