import { createPortal } from 'react-dom';
import { PointMenu } from '../kit/OpenMenu.tsx';
import { archiveTexts } from '../text/archive.ts';
import { useApp } from '../useApp.ts';
import { laneEntries } from './laneEntries.ts';
import { openLaneMenu, useLanes } from './lanesStore.ts';

/** What can be done with a stream, from the name of its lane. */
export const LaneMenu = () => {
  const menu = useLanes((state) => state.laneMenu);
  const scale = useApp((state) => state.scale);
  if (!menu) return null;
  const at = { x: menu.at.x / scale, y: menu.at.y / scale };
  // A pane of the dock holds what is fixed to the window as well: the menu stands outside.
  return createPortal(
    <PointMenu
      key={menu.stream}
      at={at}
      label={archiveTexts.lane(menu.stream)}
      entries={() => laneEntries(menu.stream)}
      onClose={() => openLaneMenu(null)}
    />,
    document.body,
  );
};
