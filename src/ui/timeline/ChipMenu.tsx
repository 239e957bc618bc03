import { eventAt } from '#model';
import { timelineTexts as texts } from '../text/timeline.ts';
import { useApp } from '../useApp.ts';
import { chipEntries } from './chipEntries.ts';
import { DockMenu } from './DockMenu.tsx';
import { openChipMenu, useLanes } from './lanesStore.ts';

/** What can be done with an event, from its chip. */
export const ChipMenu = () => {
  const menu = useLanes((state) => state.menu);
  const event = useApp(({ events }) => (menu ? eventAt(events, menu.position) : undefined));
  if (!menu || !event) return null;
  return (
    <DockMenu
      key={menu.position}
      at={menu.at}
      label={texts.chip(event.type, menu.position, event.metadata.streamName)}
      entries={() => chipEntries(event)}
      onClose={() => openChipMenu(null)}
    />
  );
};
