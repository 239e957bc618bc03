import { Info, X } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../kit/IconButton.tsx';
import { shellTexts as texts } from '../text/shell.ts';
import { useApp } from '../useApp.ts';
import styles from './LimitsLine.module.css';

/** What cannot be had at this address or in this browser, said once and plainly. */
export const LimitsLine = () => {
  const limits = useApp((state) => state.limits);
  const [isPutAway, setPutAway] = useState(false);
  if (limits.length === 0 || isPutAway) return null;
  return (
    <aside className={styles.limits} aria-label={texts.limits}>
      <Info size={15} aria-hidden="true" />
      <p>{limits.join(' ')}</p>
      <IconButton icon={X} size="small" label={texts.close} onClick={() => setPutAway(true)} />
    </aside>
  );
};
