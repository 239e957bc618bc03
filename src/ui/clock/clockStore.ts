import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

type ClockStore = {
  isAsking: boolean;
  /** The stream beside whose state somebody wants to see what waits; null once it has the focus. */
  lookedAt: string | null;
};

const clockStore = createStore<ClockStore>(() => ({ isAsking: false, lookedAt: null }));

/** Whether it is asked to which time the clock is to be wound. */
export const useIsAsking = (): boolean => useStore(clockStore, ({ isAsking }) => isAsking);

export const askForTime = (isAsking: boolean): void => clockStore.setState({ isAsking });

export const useIsLookedAt = (stream: string): boolean => useStore(clockStore, ({ lookedAt }) => lookedAt === stream);

export const lookAtWaiting = (stream: string | null): void => clockStore.setState({ lookedAt: stream });
