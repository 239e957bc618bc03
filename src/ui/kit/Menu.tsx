import type { LucideIcon } from 'lucide-react';
import {
  type ComponentPropsWithRef,
  cloneElement,
  type KeyboardEvent,
  type PointerEvent,
  type ReactElement,
  Suspense,
  useRef,
  useState,
} from 'react';
import { lazyPart } from './lazyPart.tsx';

export type MenuItem = {
  label: string;
  run: () => void;
  /** A second, quieter line. */
  hint?: string | undefined;
  icon?: LucideIcon | undefined;
  /** Shown at the right; a single character also picks the item while the menu is open. */
  keys?: string | undefined;
  isDanger?: boolean;
  isDisabled?: boolean;
  /** Given for an item that is one of a choice. */
  isChecked?: boolean;
  /** Given for an item that switches something on or off by itself. */
  isToggled?: boolean;
  /** How deep it lies in a tree; at its root when not given. */
  level?: number;
};
export type MenuEntry = MenuItem | 'separator' | { heading: string };

export type MenuProps = {
  /** A function is asked each time that the menu opens. */
  entries: MenuEntry[] | (() => MenuEntry[]);
  /** What the menu is, for those who do not see where it hangs. */
  label: string;
  align?: 'start' | 'center' | 'end';
  side?: 'top' | 'right' | 'bottom' | 'left';
};

/** What opens is fetched by itself: it brings the largest library of the kit, and no menu is open at first. */
export const HungMenu = lazyPart(() => import('./OpenMenu.tsx').then((file) => file.HungMenu));

const openingKeys = ['Enter', ' ', 'ArrowDown'];

/** A menu that hangs on its trigger, a `Button` or `IconButton`. */
export const Menu = ({
  trigger,
  ...content
}: MenuProps & { trigger: ReactElement<ComponentPropsWithRef<'button'>> }) => {
  const button = useRef<HTMLButtonElement>(null);
  const [opened, setOpened] = useState<'by-key' | 'by-pointer' | null>(null);
  const toggle = (how: 'by-key' | 'by-pointer') => setOpened((before) => (before ? null : how));
  const onPointerDown = (event: PointerEvent) => {
    if (event.button !== 0 || event.ctrlKey) return;
    toggle('by-pointer');
    // Else the trigger would take the focus back from the menu.
    if (!opened) event.preventDefault();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (!openingKeys.includes(event.key)) return;
    event.preventDefault();
    toggle('by-key');
  };
  return (
    <>
      {cloneElement(trigger, {
        ref: button,
        'aria-haspopup': 'menu',
        'aria-expanded': opened !== null,
        'data-state': opened ? 'open' : 'closed',
        onPointerDown,
        onKeyDown,
      } as ComponentPropsWithRef<'button'>)}
      {opened && button.current && (
        <Suspense>
          <HungMenu {...content} from={button.current} isByKey={opened === 'by-key'} onClose={() => setOpened(null)} />
        </Suspense>
      )}
    </>
  );
};
