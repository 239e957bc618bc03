import { Bookmark, ChevronLeft, ChevronRight, CircleDot, FlaskConical, ListFilter, Waypoints } from 'lucide-react';
import { type FilterTerm, toggled } from '#model';
import { appStore, bookmarksHere, type RecordedEvent, workspace } from '#state';
import { runAction } from '../actions/menuItem.ts';
import type { MenuEntry } from '../kit/Menu.tsx';
import { dockTabTexts } from '../text/dockTabs.ts';
import { historyTexts as texts } from '../text/history.ts';
import { timelineTexts } from '../text/timeline.ts';
import { lanesStore } from './lanesStore.ts';

const only = (label: string, term: FilterTerm): MenuEntry => {
  const { filter } = appStore.getState();
  const isOn = filter.some(({ by, value }) => by === term.by && value === term.value);
  return {
    label,
    icon: ListFilter,
    ...(isOn && { isToggled: true }),
    run: () => workspace.setFilter(toggled(appStore.getState().filter, term)),
  };
};

const jumps = (position: number, of: { type?: string; stream?: string }, labels: [string, string]): MenuEntry[] => {
  const from = (direction: 'next' | 'previous') => () => {
    workspace.seek(position);
    workspace.jump(direction, of);
  };
  return [
    { label: labels[0], icon: ChevronLeft, run: from('previous') },
    { label: labels[1], icon: ChevronRight, run: from('next') },
  ];
};

/** The selection where the event is part of it, else the event alone. */
const positionsMeant = (position: number): readonly number[] => {
  const { selected } = lanesStore.getState();
  return selected.includes(position) ? selected : [position];
};

/** What can be done with an event. */
export const chipEntries = ({ type, metadata }: RecordedEvent): MenuEntry[] => {
  const { globalPosition: position, streamName: stream, correlationId } = metadata;
  const state = appStore.getState();
  const hasBreakpoint = state.breakpoints.some(({ on, value }) => on === 'type' && value === type);
  const hasBookmark = bookmarksHere(state).some((bookmark) => bookmark.position === position);
  return [
    only(texts.onlyType(type), { by: 'type', value: type }),
    only(texts.onlyStream(stream), { by: 'stream', value: stream }),
    ...(correlationId ? [only(texts.onlyCorrelation, { by: 'correlation', value: correlationId })] : []),
    'separator',
    ...jumps(position, { type }, [timelineTexts.previousOfType, timelineTexts.nextOfType]),
    ...jumps(position, { stream }, [timelineTexts.previousOfStream, timelineTexts.nextOfStream]),
    'separator',
    {
      label: texts.breakpointOn(type),
      icon: CircleDot,
      ...(hasBreakpoint && { isToggled: true }),
      run: () => workspace.toggleBreakpoint({ on: 'type', value: type }),
    },
    {
      label: hasBookmark ? texts.removeBookmark : texts.addBookmark,
      icon: Bookmark,
      run: () => workspace.toggleBookmark(position),
    },
    'separator',
    {
      label: dockTabTexts.openTrace,
      icon: Waypoints,
      run: () => {
        workspace.seek(position);
        runAction('time.trace');
      },
    },
    {
      label: texts.specificationOf(positionsMeant(position).length),
      icon: FlaskConical,
      run: () => workspace.specificationFromEvents(positionsMeant(position)),
    },
  ];
};
