import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { recall, remember } from '../kit/remembered.ts';

/** What only the frame of the screen needs to know. */
export type ShellState = {
  isPaletteOpen: boolean;
  isShortcutsOpen: boolean;
  isSharing: boolean;
  isRenamingModel: boolean;
  /** The palette of all that can be done and gone to. */
  isFinderOpen: boolean;
  /** Counts how often finding was asked for since it was closed: each time its field takes the focus; 0 = closed. */
  finding: number;
  isLaserOn: boolean;
  /** Code that is looked at before it goes onto the wall; null where none is. */
  codeForWall: string | null;
};

const shellStore = createStore<ShellState>(() => ({
  isPaletteOpen: recall('palette') !== 'closed',
  isShortcutsOpen: false,
  isSharing: false,
  isRenamingModel: false,
  isFinderOpen: false,
  finding: 0,
  isLaserOn: false,
  codeForWall: null,
}));

export const useShell = <Slice>(select: (state: ShellState) => Slice): Slice => useStore(shellStore, select);

export const togglePalette = (): void => {
  const isPaletteOpen = !shellStore.getState().isPaletteOpen;
  shellStore.setState({ isPaletteOpen });
  remember('palette', isPaletteOpen ? 'open' : 'closed');
};

export const toggleLaser = (): void => shellStore.setState(({ isLaserOn }) => ({ isLaserOn: !isLaserOn }));

export const showShortcuts = (isShortcutsOpen: boolean): void => shellStore.setState({ isShortcutsOpen });

/** All ways in which a model leaves. */
export const showSharing = (isSharing: boolean): void => shellStore.setState({ isSharing });

/** Code that was written elsewhere is shown as the notes that it would become. */
export const showFromCode = (codeForWall: string | null): void => shellStore.setState({ codeForWall });

export const renameModelInPlace = (isRenamingModel: boolean): void => shellStore.setState({ isRenamingModel });

export const showFinder = (isFinderOpen: boolean): void => shellStore.setState({ isFinderOpen });

export const startFinding = (): void => shellStore.setState(({ finding }) => ({ finding: finding + 1 }));

export const stopFinding = (): void => shellStore.setState({ finding: 0 });
