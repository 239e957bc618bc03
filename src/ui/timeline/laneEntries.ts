import { Archive, ArchiveRestore, Database, Eye, ListFilter } from 'lucide-react';
import { toggled } from '#model';
import { appStore, archivedStreamsOf, workspace } from '#state';
import type { MenuEntry } from '../kit/Menu.tsx';
import { archiveTexts } from '../text/archive.ts';
import { historyTexts } from '../text/history.ts';
import { storedTexts } from '../text/stored.ts';
import { timelineTexts } from '../text/timeline.ts';
import { showStored } from './dockStore.ts';

/** What can be done with a stream. */
export const laneEntries = (stream: string): MenuEntry[] => {
  const state = appStore.getState();
  const isWatched = state.watchedStream === stream;
  const term = { by: 'stream', value: stream } as const;
  const isOnly = state.filter.some(({ by, value }) => by === term.by && value === stream);
  return [
    {
      label: timelineTexts.watchStream(stream),
      icon: Eye,
      ...(isWatched && { isToggled: true }),
      run: () => workspace.watchStream(isWatched ? null : stream),
    },
    {
      label: historyTexts.onlyStream(stream),
      icon: ListFilter,
      ...(isOnly && { isToggled: true }),
      run: () => workspace.setFilter(toggled(state.filter, term)),
    },
    { label: storedTexts.show(stream), icon: Database, run: () => showStored(stream) },
    'separator',
    archivedStreamsOf(state).has(stream)
      ? { label: archiveTexts.takeBack(stream), icon: ArchiveRestore, run: () => workspace.unarchiveStream(stream) }
      : { label: archiveTexts.archive(stream), icon: Archive, run: () => workspace.archiveStream(stream) },
  ];
};
