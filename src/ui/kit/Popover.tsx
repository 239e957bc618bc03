import { Popover as Radix } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import styles from './Popover.module.css';

export type PopoverProps = {
  /** A `Button` or `IconButton` that opens and closes it. */
  trigger: ReactElement;
  /** What it is, for those who do not see where it hangs. */
  label: string;
  isOpen: boolean;
  onOpenChange: (isOpen: boolean) => void;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
  children: ReactNode;
};

/** A small panel that hangs on its trigger and closes with Esc or a click elsewhere. */
export const Popover = ({
  trigger,
  label,
  isOpen,
  onOpenChange,
  align = 'start',
  side = 'bottom',
  children,
}: PopoverProps) => (
  <Radix.Root open={isOpen} onOpenChange={onOpenChange}>
    <Radix.Trigger asChild>{trigger}</Radix.Trigger>
    <Radix.Portal>
      <Radix.Content
        className={styles.popover}
        aria-label={label}
        align={align}
        side={side}
        sideOffset={6}
        collisionPadding={8}
      >
        {children}
      </Radix.Content>
    </Radix.Portal>
  </Radix.Root>
);
