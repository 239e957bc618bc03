import { useStore } from 'zustand';
import { type AppState, appStore } from '#state';

/** What a component needs of the app's state; keep the selection narrow, the component renders when it changes. */
export const useApp = <Slice>(select: (state: AppState) => Slice): Slice => useStore(appStore, select);
