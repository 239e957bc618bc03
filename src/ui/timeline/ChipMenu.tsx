import { createPortal } from 'react-dom';
import { eventAt } from '#model';
import { PointMenu } from '../kit/OpenMenu.tsx';
import { timelineTexts as texts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { chipEntries } from './chipEntries.ts';
import { openChipMenu, useLanes } from './lanesStore.ts';

/** What can be done with an event, from its chip. */
export const ChipMenu = () => {
  const menu = useLanes((state) => state.menu);
  const event = useApp(({ events }) => (menu ? eventAt(events, menu.position) : undefined));
  const scale = useApp((state) => state.scale);
  if (!menu || !event) return null;
  const at = { x: menu.at.x / scale, y: menu.at.y / scale };
  // A pane of the dock holds what is fixed to the window as well: the menu stands outside.
  return createPortal(
    <PointMenu
      key={menu.position}
      at={at}
      label={texts.chip(event.type, menu.position, event.metadata.streamName)}
      entries={() => chipEntries(event)}
      onClose={() => openChipMenu(null)}
    />,
    document.body,
  );
};
