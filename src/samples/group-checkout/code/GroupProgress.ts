import type { GroupProgressEvent } from '#model';

export type GroupProgress = {
  groupCheckoutId: string;
  status: 'running' | 'finished' | 'ended open';
  awaited: string[];
  settled: string[];
  leftOpen: string[];
};

export const canHandle = [
  'GroupCheckoutStarted',
  'StaySettled',
  'StayLeftOpen',
  'GroupCheckoutFinished',
  'GroupCheckoutEndedOpen',
] satisfies GroupProgressEvent['type'][];

/** One document for each group checkout. */
export const getDocumentId = (event: GroupProgressEvent): string => event.data.groupCheckoutId;

export const initialState = (): GroupProgress => ({
  groupCheckoutId: '',
  status: 'running',
  awaited: [],
  settled: [],
  leftOpen: [],
});

export const evolve = (group: GroupProgress, event: GroupProgressEvent): GroupProgress => {
  switch (event.type) {
    case 'GroupCheckoutStarted':
      return {
        ...group,
        groupCheckoutId: event.data.groupCheckoutId,
        awaited: event.data.stayIds,
      };
    case 'StaySettled':
      return {
        ...answered(group, event.data.stayId),
        settled: [...group.settled, event.data.stayId],
      };
    case 'StayLeftOpen':
      return {
        ...answered(group, event.data.stayId),
        leftOpen: [...group.leftOpen, event.data.stayId],
      };
    case 'GroupCheckoutFinished':
      return { ...group, status: 'finished' };
    case 'GroupCheckoutEndedOpen':
      return { ...group, status: 'ended open' };
  }
};

const answered = (group: GroupProgress, stayId: string): GroupProgress => ({
  ...group,
  awaited: group.awaited.filter((awaited) => awaited !== stayId),
});
