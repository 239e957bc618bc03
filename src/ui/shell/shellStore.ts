import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { recall, remember } from '../kit/remembered.ts';

/** What only the frame of the screen needs to know. */
export type ShellState = {
  isPaletteOpen: boolean;
  isShortcutsOpen: boolean;
  isRenamingModel: boolean;
  isLaserOn: boolean;
};

const shellStore = createStore<ShellState>(() => ({
  isPaletteOpen: recall('palette') !== 'closed',
  isShortcutsOpen: false,
  isRenamingModel: false,
  isLaserOn: false,
}));

export const useShell = <Slice>(select: (state: ShellState) => Slice): Slice => useStore(shellStore, select);

export const togglePalette = (): void => {
  const isPaletteOpen = !shellStore.getState().isPaletteOpen;
  shellStore.setState({ isPaletteOpen });
  remember('palette', isPaletteOpen ? 'open' : 'closed');
};

export const toggleLaser = (): void => shellStore.setState(({ isLaserOn }) => ({ isLaserOn: !isLaserOn }));

export const showShortcuts = (isShortcutsOpen: boolean): void => shellStore.setState({ isShortcutsOpen });

export const renameModelInPlace = (isRenamingModel: boolean): void => shellStore.setState({ isRenamingModel });
