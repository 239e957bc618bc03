import { Archive, ArchiveRestore, Database, Eye, ListFilter, Skull, Trash2 } from 'lucide-react';
import { toggled } from '#model';
import {
  type AppState,
  appStore,
  archivedStreamsOf,
  deletedNow,
  deletionsOf,
  isInThePast,
  type StreamDeletion,
  workspace,
} from '#state';
import type { MenuEntry } from '../kit/Menu.tsx';
import { archiveTexts } from '../text/archive.ts';
import { historyTexts } from '../text/history.ts';
import { storedTexts } from '../text/stored.ts';
import { timelineTexts } from '../text/timeline.ts';
import { showStored } from './dockStore.ts';
import { askToDelete } from './lanesStore.ts';

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
    ...standingEntries(state, stream),
  ];
};

/** Whether it takes commands, and what comes of that. */
const standingEntries = (state: AppState, stream: string): MenuEntry[] => [
  ...openingEntries(state, stream),
  ...deletionsOf(state, stream).map((mode) => deletionEntry({ stream, mode })),
];

const openingEntries = (state: AppState, stream: string): MenuEntry[] => {
  const { archive, takeBack, undelete } = archiveTexts;
  if (archivedStreamsOf(state).has(stream))
    return [{ label: takeBack(stream), icon: ArchiveRestore, run: () => workspace.unarchiveStream(stream) }];
  switch (deletedNow(state, stream)) {
    case 'tombstoned':
      return [];
    case 'soft-deleted':
      return isInThePast(state)
        ? []
        : [{ label: undelete(stream), icon: ArchiveRestore, run: () => workspace.undeleteStream(stream) }];
    default:
      return [{ label: archive(stream), icon: Archive, run: () => workspace.archiveStream(stream) }];
  }
};

const deletionEntry = (deletion: StreamDeletion): MenuEntry => {
  const [label, icon] = deletion.mode === 'soft' ? [archiveTexts.delete, Trash2] : [archiveTexts.bury, Skull];
  return { label: label(deletion.stream), icon, run: () => askToDelete(deletion) };
};
