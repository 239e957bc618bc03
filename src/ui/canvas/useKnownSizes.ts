import { useStoreApi } from '@xyflow/react';
import { useState } from 'react';

/**
 * The board knows each note's size and where its arrows end. React Flow would measure every note that comes into view
 * all the same, and draw it and its arrows once more for it. To be called before the first note is drawn.
 */
export const useKnownSizes = (): void => {
  const store = useStoreApi();
  useState(() => {
    const { updateNodeInternals } = store.getState();
    store.setState({
      updateNodeInternals: (updates, ...others) => {
        const { nodeLookup } = store.getState();
        const unknown = [...updates].filter(([id]) => !nodeLookup.get(id)?.internals.handleBounds);
        if (unknown.length > 0) updateNodeInternals(new Map(unknown), ...others);
      },
    });
  });
};
