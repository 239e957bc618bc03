import { Bookmark, BookmarkPlus, CircleDot, ListChecks } from 'lucide-react';
import { Suspense, useState } from 'react';
import { type AppState, appStore, bookmarksHere, workspace } from '#state';
import { menuItem } from '../actions/menuItem.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { lazyPart } from '../kit/lazyPart.tsx';
import { Menu, type MenuEntry } from '../kit/Menu.tsx';
import { historyTexts as texts } from '../text/history.ts';
import { nameOfBreakpoint } from './nameOfBreakpoint.ts';
import { positionAt } from './positionAt.ts';

const StopsDialog = lazyPart(() => import('./StopsDialog.tsx').then((file) => file.StopsDialog));

const bookmarkEntries = (state: AppState): MenuEntry[] =>
  bookmarksHere(state).map(({ position, name }) => ({
    label: name,
    hint: texts.eventNumber(position),
    icon: Bookmark,
    run: () => workspace.seek(position),
  }));

const breakpointEntries = (state: AppState): MenuEntry[] =>
  state.breakpoints.map((breakpoint) => ({
    label: nameOfBreakpoint(breakpoint, state.board),
    hint: texts.breakpoint,
    icon: CircleDot,
    isToggled: true,
    run: () => workspace.toggleBreakpoint(breakpoint),
  }));

const entriesOf = (edit: () => void): MenuEntry[] => {
  const state = appStore.getState();
  const hasBookmark = bookmarksHere(state).some(({ position }) => position === positionAt(state));
  const stops = [...bookmarkEntries(state), ...breakpointEntries(state)];
  return [
    {
      ...menuItem('time.bookmark'),
      label: hasBookmark ? texts.removeBookmark : texts.addBookmark,
      icon: BookmarkPlus,
    },
    { ...menuItem('time.breakpoint'), icon: CircleDot },
    ...(stops.length > 0 ? ['separator' as const, ...stops, 'separator' as const] : []),
    ...(stops.length > 0 ? [{ label: texts.editStops, icon: ListChecks, run: edit }] : []),
  ];
};

/** Moments to come back to, and where playing stops. */
export const StopsMenu = () => {
  const [isEditing, setEditing] = useState(false);
  return (
    <>
      <Menu
        label={texts.stops}
        align="end"
        side="top"
        entries={() => entriesOf(() => setEditing(true))}
        trigger={<IconButton size="small" icon={Bookmark} label={texts.stops} />}
      />
      <Suspense>{isEditing && <StopsDialog onClose={() => setEditing(false)} />}</Suspense>
    </>
  );
};
