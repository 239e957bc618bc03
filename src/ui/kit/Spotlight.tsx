import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Spotlight.module.css';
import { useFocusReturn } from './useFocusReturn.ts';

type SpotlightProps = { label: string; onClose: () => void; onClosed: () => void; children: ReactNode };

/** A modal sheet at the top of the screen. When it is gone the focus is back where it was; `onClosed` comes after that. */
export const Spotlight = ({ label, onClose, onClosed, children }: SpotlightProps) => {
  useFocusReturn(onClosed);
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim} />
        <Radix.Content className={styles.sheet} aria-describedby={undefined}>
          <Radix.Title className={styles.hidden}>{label}</Radix.Title>
          {children}
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
};
