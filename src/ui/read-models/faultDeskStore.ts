import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** The read model whose fault desk is open. */
const faultDeskStore = createStore<{ readModelId: string | null }>(() => ({ readModelId: null }));

export const useFaultDesk = (): string | null => useStore(faultDeskStore, ({ readModelId }) => readModelId);

export const openFaultDesk = (readModelId: string | null): void => faultDeskStore.setState({ readModelId });
