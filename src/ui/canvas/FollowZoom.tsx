import { useStore } from '@xyflow/react';
import { useLayoutEffect } from 'react';
import { useWall, wallStore } from './wallStore.ts';

/** Below this zoom a kind's word has less than 4 px: nobody reads it, and a thousand notes are drawn in half the time. */
const farZoom = 0.35;
/** A little more on the way back, so that nothing flickers at the edge. */
const nearZoom = 0.39;

/** Notes are drawn with their names alone while the wall is seen from far away. */
export const FollowZoom = () => {
  const isFar = useWall((state) => state.isFar);
  const isFarNow = useStore(({ transform: [, , zoom] }) => zoom < (isFar ? nearZoom : farZoom));
  useLayoutEffect(() => wallStore.setState({ isFar: isFarNow }), [isFarNow]);
  return null;
};
