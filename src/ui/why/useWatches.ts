import { useEffect } from 'react';
import { type AppState, workspace } from '#state';
import { useApp } from '../useApp.ts';

export type Watches = NonNullable<AppState['watches']>;

/** What is watched in this model, kept up to the moment that is shown. */
export const useWatches = (): Watches | null => {
  const moment = useApp((state) => state.moment);
  const modelId = useApp((state) => state.modelId);
  // A moment is shown anew whenever the cursor, the history or the code is another.
  useEffect(() => {
    if (modelId !== '' && moment !== undefined && !moment?.isSoFar) workspace.refreshWatches();
  }, [moment, modelId]);
  return useApp((state) => (state.watches?.modelId === modelId ? state.watches : null));
};
