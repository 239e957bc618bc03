import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import { type FocusEvent, Fragment, type KeyboardEvent, type Ref, useLayoutEffect, useRef, useState } from 'react';
import { Keys } from './Keys.tsx';
import { giveFocusBack, isFocusLost } from './lostFocus.ts';
import styles from './Menu.module.css';
import type { MenuEntry, MenuItem, MenuProps } from './Menu.tsx';

const isItem = (entry: MenuEntry): entry is MenuItem => entry !== 'separator' && 'run' in entry;

const choiceOf = ({ isChecked, isToggled }: MenuItem) => {
  if (isChecked !== undefined) return { role: 'menuitemradio', 'aria-checked': isChecked };
  return isToggled === undefined ? {} : { role: 'menuitemcheckbox', 'aria-checked': isToggled };
};

const Item = ({ item, choose }: { item: MenuItem; choose: (item: MenuItem) => void }) => (
  <DropdownMenu.Item
    className={styles.item}
    data-danger={item.isDanger || undefined}
    disabled={item.isDisabled ?? false}
    onSelect={() => choose(item)}
    {...choiceOf(item)}
  >
    <span className={styles.icon}>
      {item.isChecked || item.isToggled ? (
        <Check size={15} aria-hidden="true" />
      ) : (
        item.icon && <item.icon size={15} aria-hidden="true" />
      )}
    </span>
    <span className={styles.words} style={item.level ? { paddingInlineStart: `${item.level * 16}px` } : undefined}>
      {item.label}
      {item.hint && <small>{item.hint}</small>}
    </span>
    {item.keys && <Keys keys={item.keys} />}
  </DropdownMenu.Item>
);

const Entry = ({ entry, choose }: { entry: MenuEntry; choose: (item: MenuItem) => void }) => {
  if (entry === 'separator') return <DropdownMenu.Separator className={styles.separator} />;
  if (!isItem(entry)) return <DropdownMenu.Label className={styles.heading}>{entry.heading}</DropdownMenu.Label>;
  return <Item item={entry} choose={choose} />;
};

/**
 * What was chosen runs once the menu is gone and the focus is back where it came from: so it may move the focus on,
 * into a dialog or a name.
 */
const useChosen = (close: () => void, isAtPoint: boolean) => {
  const chosen = useRef<MenuItem | null>(null);
  const [focusedBefore] = useState(() => document.activeElement);
  return {
    choose: (item: MenuItem) => {
      chosen.current = item;
    },
    pick: (item: MenuItem) => {
      chosen.current = item;
      close();
    },
    finish: (event: Event) => {
      // Radix comes here some time after the menu was closed: whoever has moved on by then is not called back.
      if (!isFocusLost()) event.preventDefault();
      if (isAtPoint) giveFocusBack(focusedBefore);
      const item = chosen.current;
      chosen.current = null;
      if (item) queueMicrotask(item.run);
    },
  };
};

/** Opened by a key, it starts at its first item; Radix would know only had its root been there before the key. */
const startAtFirst = (event: FocusEvent<HTMLElement>) => {
  if (event.target !== event.currentTarget || event.currentTarget.contains(event.relatedTarget)) return;
  event.currentTarget.querySelector<HTMLElement>('[role^="menuitem"]:not([data-disabled])')?.focus();
};

type ContentProps = MenuProps & { close: () => void; isAtPoint?: boolean; isByKey?: boolean };

const MenuContent = ({
  entries,
  label,
  align = 'start',
  side = 'bottom',
  close,
  isAtPoint = false,
  isByKey = false,
}: ContentProps) => {
  const [asked] = useState(() => (typeof entries === 'function' ? entries() : null));
  const shown = asked ?? (typeof entries === 'function' ? [] : entries);
  const { choose, pick, finish } = useChosen(close, isAtPoint);
  const pickByKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const item = shown.filter(isItem).find(({ keys, isDisabled }) => !isDisabled && keys === event.key);
    if (!item) return;
    event.preventDefault();
    pick(item);
  };
  return (
    <DropdownMenu.Portal>
      <DropdownMenu.Content
        className={styles.menu}
        aria-label={label}
        aria-labelledby={undefined}
        onFocus={isByKey ? startAtFirst : undefined}
        align={align}
        side={side}
        sideOffset={4}
        collisionPadding={8}
        onContextMenu={(event) => event.preventDefault()}
        onKeyDownCapture={pickByKey}
        onCloseAutoFocus={finish}
      >
        {shown.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no identity but their place, and keep no state
          <Fragment key={index}>
            <Entry entry={entry} choose={choose} />
          </Fragment>
        ))}
      </DropdownMenu.Content>
    </DropdownMenu.Portal>
  );
};

/** Stands where Radix expects the trigger, and hands it the one that is on screen already. */
const TriggerOnScreen = ({ element, ref }: { element: HTMLElement; ref?: Ref<HTMLElement> }) => {
  useLayoutEffect(() => {
    if (typeof ref === 'function') ref(element);
    else if (ref) ref.current = element;
  }, [element, ref]);
  return null;
};

/** The open menu of a trigger. */
export const HungMenu = ({
  from,
  onClose,
  ...content
}: MenuProps & { from: HTMLElement; isByKey: boolean; onClose: () => void }) => (
  <DropdownMenu.Root modal={false} open onOpenChange={(isOpen) => !isOpen && onClose()}>
    <DropdownMenu.Trigger asChild>
      <TriggerOnScreen element={from} />
    </DropdownMenu.Trigger>
    <MenuContent {...content} close={onClose} />
  </DropdownMenu.Root>
);

/** A menu at a point of the window; open while `at` is given. */
export const PointMenu = ({
  at,
  onClose,
  ...content
}: MenuProps & { at: { x: number; y: number } | null; onClose: () => void }) => {
  if (!at) return null;
  return (
    <DropdownMenu.Root modal={false} open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DropdownMenu.Trigger asChild>
        <span aria-hidden="true" className={styles.point} style={{ left: at.x, top: at.y }} />
      </DropdownMenu.Trigger>
      <MenuContent {...content} close={onClose} isAtPoint />
    </DropdownMenu.Root>
  );
};
