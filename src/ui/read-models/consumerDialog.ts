import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What is open about a read model or policy that follows the events by itself. */
export type ConsumerDialog = { kind: 'faults' | 'workers'; consumerId: string };

const dialogStore = createStore<{ dialog: ConsumerDialog | null }>(() => ({ dialog: null }));

export const useConsumerDialog = (): ConsumerDialog | null => useStore(dialogStore, ({ dialog }) => dialog);

export const openConsumerDialog = (dialog: ConsumerDialog | null): void => dialogStore.setState({ dialog });

export const openFaultDesk = (consumerId: string | null): void =>
  openConsumerDialog(consumerId === null ? null : { kind: 'faults', consumerId });
