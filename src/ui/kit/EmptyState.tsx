import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import styles from './EmptyState.module.css';

export type EmptyStateProps = {
  icon?: LucideIcon;
  title: string;
  /** What to do so that something appears here. */
  children?: ReactNode;
  action?: ReactNode;
};

export const EmptyState = ({ icon: Icon, title, children, action }: EmptyStateProps) => (
  <div className={styles.empty}>
    {Icon && <Icon size={22} strokeWidth={1.5} aria-hidden="true" />}
    <p className={styles.title}>{title}</p>
    {children && <div className={styles.words}>{children}</div>}
    {action}
  </div>
);
