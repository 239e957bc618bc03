import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

const clockStore = createStore<{ isAsking: boolean }>(() => ({ isAsking: false }));

/** Whether it is asked to which time the clock is to be wound. */
export const useIsAsking = (): boolean => useStore(clockStore, ({ isAsking }) => isAsking);

export const askForTime = (isAsking: boolean): void => clockStore.setState({ isAsking });
