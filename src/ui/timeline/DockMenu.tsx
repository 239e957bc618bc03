import { createPortal } from 'react-dom';
import type { MenuEntry } from '../kit/Menu.tsx';
import { PointMenu } from '../kit/OpenMenu.tsx';
import { useApp } from '../useApp.ts';

type DockMenuProps = { at: { x: number; y: number }; label: string; entries: () => MenuEntry[]; onClose: () => void };

/** A menu at a point of the dock. A pane holds what is fixed to the window as well: the menu stands outside. */
export const DockMenu = ({ at, ...menu }: DockMenuProps) => {
  const scale = useApp((state) => state.scale);
  return createPortal(<PointMenu at={{ x: at.x / scale, y: at.y / scale }} {...menu} />, document.body);
};
