import { Tabs as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import styles from './Tabs.module.css';

export type Tab<Id extends string> = {
  id: Id;
  label: string;
  /** A count or a mark beside the label. */
  badge?: ReactNode;
  content: ReactNode;
};
export type TabsProps<Id extends string> = {
  /** What the tabs are about. */
  label: string;
  tabs: Tab<Id>[];
  selected: Id;
  onSelect: (id: Id) => void;
  /** The tabs stay on one line, so that marks which come and go beside their names move nothing. */
  isOneLine?: boolean;
  /** Stands at the right of the tabs. */
  actions?: ReactNode;
};

/** Tabs over the content of the selected one; the content fills the height that is left and scrolls. */
export const Tabs = <Id extends string>({
  label,
  tabs,
  selected,
  onSelect,
  isOneLine = false,
  actions,
}: TabsProps<Id>) => (
  <Radix.Root
    className={styles.tabs}
    value={selected}
    onValueChange={(id) => {
      const tab = tabs.find((candidate) => candidate.id === id);
      if (tab) onSelect(tab.id);
    }}
  >
    <div className={styles.bar}>
      <Radix.List className={styles.list} aria-label={label} data-one-line={isOneLine || undefined}>
        {tabs.map((tab) => (
          <Radix.Trigger key={tab.id} value={tab.id} className={styles.tab}>
            <span className={styles.name} title={isOneLine ? tab.label : undefined}>
              {tab.label}
            </span>
            {tab.badge}
          </Radix.Trigger>
        ))}
      </Radix.List>
      {actions}
    </div>
    {tabs
      .filter(({ id }) => id === selected)
      .map(({ id, content }) => (
        <Radix.Content key={id} value={id} className={styles.content}>
          {content}
        </Radix.Content>
      ))}
  </Radix.Root>
);
