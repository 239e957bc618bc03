import type { LucideIcon } from 'lucide-react';
import type { ComponentPropsWithRef } from 'react';
import styles from './Button.module.css';
import { classes } from './classes.ts';
import { tooltip } from './tooltip.ts';

export type IconButtonProps = Omit<ComponentPropsWithRef<'button'>, 'children' | 'aria-label'> & {
  icon: LucideIcon;
  /** Read aloud, and shown as the tooltip. */
  label: string;
  /** Shown beside the label: `$mod+z`. */
  keys?: string | undefined;
  variant?: 'primary' | 'plain' | 'quiet';
  size?: 'small' | 'base';
  /** Given for a button that stays pressed. */
  isPressed?: boolean;
};

/** A button with an icon alone: its label is required. */
export const IconButton = ({
  icon: Icon,
  label,
  keys,
  variant = 'quiet',
  size = 'base',
  isPressed,
  className,
  ...rest
}: IconButtonProps) => (
  <button
    type="button"
    aria-label={label}
    aria-pressed={isPressed}
    data-variant={variant}
    data-size={size}
    className={classes(styles.button, styles.iconOnly, className)}
    {...tooltip(label, keys)}
    {...rest}
  >
    <Icon size={size === 'small' ? 15 : 17} aria-hidden="true" />
  </button>
);
