import type { GroupProgressEvent } from '#model';

export type GroupProgress = {
  groupCheckoutId: string;
  status: 'running' | 'finished' | 'timed out';
  awaited: string[];
  /** What the leader was asked to pay for others. */
  moved: number;
};

export const canHandle = [
  'GroupCheckoutStarted',
  'GuestCheckedOut',
  'BalanceMoved',
  'GroupCheckoutFinished',
  'GroupCheckoutTimedOut',
] satisfies GroupProgressEvent['type'][];

/** One document for each group checkout; a guest may leave without a group. */
export const getDocumentId = (event: GroupProgressEvent): string | null =>
  event.data.groupCheckoutId ?? null;

export const initialState = (): GroupProgress => ({
  groupCheckoutId: '',
  status: 'running',
  awaited: [],
  moved: 0,
});

export const evolve = (group: GroupProgress, event: GroupProgressEvent): GroupProgress => {
  switch (event.type) {
    case 'GroupCheckoutStarted': {
      const { groupCheckoutId, stayIds } = event.data;
      return { ...group, groupCheckoutId, awaited: stayIds };
    }
    case 'GuestCheckedOut': {
      const { stayId } = event.data;
      return { ...group, awaited: group.awaited.filter((awaited) => awaited !== stayId) };
    }
    case 'BalanceMoved':
      return { ...group, moved: group.moved + event.data.amount };
    case 'GroupCheckoutFinished':
      return { ...group, status: 'finished' };
    case 'GroupCheckoutTimedOut':
      return { ...group, status: 'timed out' };
  }
};
