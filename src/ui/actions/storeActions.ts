import { Archive, Database } from 'lucide-react';
import { archivedStreamsOf, workspace } from '#state';
import { actionTexts as texts } from '../text/actions.ts';
import { showStored } from '../timeline/dockStore.ts';
import type { Action } from './Action.ts';

/** The store under the run: streams that are put away, and what is physically there. */
export const storeActions: readonly Action[] = [
  {
    id: 'store.archive',
    label: (state) => (archivedStreamsOf(state).has(state.watchedStream ?? '') ? texts.takeBack : texts.archive),
    icon: Archive,
    group: 'time',
    isEnabled: ({ watchedStream, view }) => watchedStream !== null && view === 'wall',
    run: (state) => {
      const stream = state.watchedStream ?? '';
      if (archivedStreamsOf(state).has(stream)) workspace.unarchiveStream(stream);
      else workspace.archiveStream(stream);
    },
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
