import { archiveTexts } from '../text/archive.ts';
import { DockMenu } from './DockMenu.tsx';
import { laneEntries } from './laneEntries.ts';
import { openLaneMenu, useLanes } from './lanesStore.ts';

/** What can be done with a stream, from the name of its lane. */
export const LaneMenu = () => {
  const menu = useLanes((state) => state.laneMenu);
  if (!menu) return null;
  const { stream, at } = menu;
  return (
    <DockMenu
      key={stream}
      at={at}
      label={archiveTexts.lane(stream)}
      entries={() => laneEntries(stream)}
      onClose={() => openLaneMenu(null)}
    />
  );
};
