import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

export type Pane = 'state' | 'step' | 'watches' | 'why' | 'trace';
export type StateView = 'before' | 'after' | 'difference';

/** What only the timeline needs to know of itself. */
export type DockState = {
  pane: Pane;
  stateView: StateView;
  /** Where one was before one asked why. */
  paneBefore: Pane;
  /** A refused command that was looked up, and the position it hangs behind: elsewhere it is not shown any more. */
  refusal: { commandId: string; position: number } | null;
};

/** Read by the panes, and by the actions that go by what they show. */
export const dockStore = createStore<DockState>(() => ({
  pane: 'state',
  stateView: 'after',
  paneBefore: 'state',
  refusal: null,
}));

export const useDock = <Slice>(select: (state: DockState) => Slice): Slice => useStore(dockStore, select);

export const showPane = (pane: Pane): void => dockStore.setState({ pane });

export const showStateView = (stateView: StateView): void => dockStore.setState({ stateView });

export const showRefusal = (commandId: string, position: number): void =>
  dockStore.setState({ pane: 'step', refusal: { commandId, position } });

export const leaveRefusal = (): void => dockStore.setState({ refusal: null });

export const showWhy = (): void =>
  dockStore.setState(({ pane, paneBefore }) => ({ pane: 'why', paneBefore: pane === 'why' ? paneBefore : pane }));

export const leaveWhy = (): void => dockStore.setState(({ paneBefore }) => ({ pane: paneBefore }));
