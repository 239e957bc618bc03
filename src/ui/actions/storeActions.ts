import { Archive, Database, Trash2 } from 'lucide-react';
import { type AppState, archivedStreamsOf, deletionsOf, type StreamDeletion, workspace } from '#state';
import { actionTexts as texts } from '../text/actions.ts';
import { showStored } from '../timeline/dockStore.ts';
import { askToDelete } from '../timeline/lanesStore.ts';
import type { Action } from './Action.ts';

const isStreamInSight = ({ watchedStream, view }: AppState): boolean => watchedStream !== null && view === 'wall';

const canDelete =
  (mode: StreamDeletion['mode']) =>
  (state: AppState): boolean =>
    isStreamInSight(state) && deletionsOf(state, state.watchedStream ?? '').includes(mode);

/** The store under the run: streams that are put away, and what is physically there. */
export const storeActions: readonly Action[] = [
  {
    id: 'store.archive',
    label: (state) => (archivedStreamsOf(state).has(state.watchedStream ?? '') ? texts.takeBack : texts.archive),
    icon: Archive,
    group: 'time',
    isEnabled: isStreamInSight,
    run: (state) => {
      const stream = state.watchedStream ?? '';
      if (archivedStreamsOf(state).has(stream)) workspace.unarchiveStream(stream);
      else workspace.archiveStream(stream);
    },
  },
  {
    id: 'store.delete',
    label: texts.deleteStream,
    icon: Trash2,
    group: 'time',
    isEnabled: canDelete('soft'),
    run: ({ watchedStream }) => askToDelete({ stream: watchedStream ?? '', mode: 'soft' }),
  },
  {
    id: 'store.bury',
    label: texts.buryStream,
    icon: Trash2,
    group: 'time',
    isEnabled: canDelete('tombstone'),
    run: ({ watchedStream }) => askToDelete({ stream: watchedStream ?? '', mode: 'tombstone' }),
  },
  {
    id: 'store.show',
    label: texts.showStored,
    icon: Database,
    group: 'time',
    isEnabled: ({ view }) => view === 'wall',
    run: () => {
      workspace.toggleDock(true);
      showStored(null);
    },
  },
];
