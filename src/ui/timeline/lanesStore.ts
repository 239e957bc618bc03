import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import type { StreamDeletion } from '#state';

/** How large the time axis is drawn: 1 = with readable chips, `fit` = all of it in sight. */
export type Zoom = number | 'fit';
/** Which streams have a lane: all, or those that have an event in the part of the axis that is seen. */
export type LaneChoice = 'all' | 'near';

type LanesState = {
  zoom: Zoom;
  /** `null` until the person chooses: then it depends on how many there are. */
  laneChoice: LaneChoice | null;
  isFilterOpen: boolean;
  /** Positions of the chips that are selected, ascending. */
  selected: readonly number[];
  /** The chip whose menu is open, and where. */
  menu: { position: number; at: { x: number; y: number } } | null;
  /** The stream whose menu is open, and where. */
  laneMenu: { stream: string; at: { x: number; y: number } } | null;
  showsArchived: boolean;
  /** What one is asked about. */
  deletion: StreamDeletion | null;
};

export const lanesStore = createStore<LanesState>(() => ({
  zoom: 1,
  laneChoice: null,
  isFilterOpen: false,
  selected: [],
  menu: null,
  laneMenu: null,
  showsArchived: false,
  deletion: null,
}));

export const useLanes = <Slice>(select: (state: LanesState) => Slice): Slice => useStore(lanesStore, select);

export const setZoom = (zoom: Zoom): void => lanesStore.setState({ zoom });

export const chooseLanes = (laneChoice: LaneChoice): void => lanesStore.setState({ laneChoice });

/** More lanes than this are not looked through: then those near come first. */
const manyLanes = 40;

export const laneChoiceFor = (chosen: LaneChoice | null, streams: number): LaneChoice =>
  chosen ?? (streams > manyLanes ? 'near' : 'all');

export const openFilter = (isFilterOpen: boolean): void => lanesStore.setState({ isFilterOpen });

export const openLaneMenu = (laneMenu: LanesState['laneMenu']): void => lanesStore.setState({ laneMenu });

export const showArchived = (showsArchived: boolean): void => lanesStore.setState({ showsArchived });

export const askToDelete = (deletion: StreamDeletion | null): void => lanesStore.setState({ deletion });

export const openChipMenu = (menu: LanesState['menu']): void => lanesStore.setState({ menu });

/** How a key zooms: known while the lanes are on screen. */
let zoomLanes: ((direction: 'in' | 'out') => void) | null = null;

export const setZoomer = (zoomer: typeof zoomLanes): void => {
  zoomLanes = zoomer;
};

export const zoomAxis = (direction: 'in' | 'out'): void => zoomLanes?.(direction);
