import { X } from 'lucide-react';
import { Dialog as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { kitTexts } from '../text/kit.ts';
import styles from './Dialog.module.css';
import { IconButton } from './IconButton.tsx';
import { modalLayer, staysOpen } from './modalLayers.ts';
import { useFocusReturn } from './useFocusReturn.ts';

export type DialogProps = {
  title: string;
  /** A sentence under the title. */
  description?: ReactNode;
  onClose: () => void;
  /** Buttons at the bottom right, the main one last. */
  footer?: ReactNode;
  width?: 'narrow' | 'base' | 'wide';
  children?: ReactNode;
};

/** A modal dialog, open while it is rendered. */
export const Dialog = ({ title, description, onClose, footer, width = 'base', children }: DialogProps) => {
  useFocusReturn();
  return (
    <Radix.Root open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <Radix.Portal>
        <Radix.Overlay className={styles.scrim}>
          <Radix.Content
            className={styles.dialog}
            data-width={width}
            onPointerDownOutside={staysOpen}
            {...(description === undefined ? { 'aria-describedby': undefined } : {})}
          >
            <header className={styles.header}>
              <div>
                <Radix.Title className={styles.title}>{title}</Radix.Title>
                {description !== undefined && (
                  <Radix.Description className={styles.description}>{description}</Radix.Description>
                )}
              </div>
              <IconButton icon={X} label={kitTexts.close} keys="Escape" onClick={onClose} />
            </header>
            <div className={styles.body}>{children}</div>
            <div className={styles.bottom}>
              <div ref={modalLayer} />
              {footer && <footer className={styles.footer}>{footer}</footer>}
            </div>
          </Radix.Content>
        </Radix.Overlay>
      </Radix.Portal>
    </Radix.Root>
  );
};
