import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** How large the time axis is drawn: 1 = with readable chips, `fit` = all of it in sight. */
export type Zoom = number | 'fit';
/** Which streams have a lane: all, or those that have an event in the part of the axis that is seen. */
export type LaneChoice = 'all' | 'near';

type LanesState = {
  zoom: Zoom;
  /** `null` until the person chooses: then it depends on how many there are. */
  laneChoice: LaneChoice | null;
};

export const lanesStore = createStore<LanesState>(() => ({ zoom: 1, laneChoice: null }));

export const useLanes = <Slice>(select: (state: LanesState) => Slice): Slice => useStore(lanesStore, select);

export const setZoom = (zoom: Zoom): void => lanesStore.setState({ zoom });

export const chooseLanes = (laneChoice: LaneChoice): void => lanesStore.setState({ laneChoice });

/** More lanes than this are not looked through: then those near come first. */
const manyLanes = 40;

export const laneChoiceFor = (chosen: LaneChoice | null, streams: number): LaneChoice =>
  chosen ?? (streams > manyLanes ? 'near' : 'all');
