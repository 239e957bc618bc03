import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { recall, remember } from '../kit/remembered.ts';

/** What only the frame of the screen needs to know. */
export type ShellState = {
  isPaletteOpen: boolean;
  isShortcutsOpen: boolean;
  isRenamingModel: boolean;
  /** Code that is looked at before it goes onto the wall; null where none is. */
  codeForWall: string | null;
};

const shellStore = createStore<ShellState>(() => ({
  isPaletteOpen: recall('palette') !== 'closed',
  isShortcutsOpen: false,
  isRenamingModel: false,
  codeForWall: null,
}));

export const useShell = <Slice>(select: (state: ShellState) => Slice): Slice => useStore(shellStore, select);

export const togglePalette = (): void => {
  const isPaletteOpen = !shellStore.getState().isPaletteOpen;
  shellStore.setState({ isPaletteOpen });
  remember('palette', isPaletteOpen ? 'open' : 'closed');
};

export const showShortcuts = (isShortcutsOpen: boolean): void => shellStore.setState({ isShortcutsOpen });

/** Code that was written elsewhere is shown as the notes that it would become. */
export const showFromCode = (codeForWall: string | null): void => shellStore.setState({ codeForWall });

export const renameModelInPlace = (isRenamingModel: boolean): void => shellStore.setState({ isRenamingModel });
