import { useStoreApi } from '@xyflow/react';
import { useLayoutEffect } from 'react';
import { wallStore } from './wallStore.ts';

/** Below this zoom a kind's word has less than 4 px: nobody reads it, and a thousand notes are drawn in half the time. */
const farZoom = 0.35;
/** A little more on the way back, so that nothing flickers at the edge. */
const nearZoom = 0.39;

/**
 * Notes are drawn plainly, with their names alone, while the wall is seen from far away. Known before any note is drawn
 * at the new zoom: those that come into view are drawn once.
 */
export const FollowZoom = () => {
  const { getState, subscribe } = useStoreApi();
  useLayoutEffect(() => {
    const follow = ({ transform: [, , zoom] }: ReturnType<typeof getState>) => {
      const { isFar } = wallStore.getState();
      const isFarNow = zoom < (isFar ? nearZoom : farZoom);
      if (isFarNow !== isFar) wallStore.setState({ isFar: isFarNow });
    };
    follow(getState());
    return subscribe(follow);
  }, [getState, subscribe]);
  return null;
};
