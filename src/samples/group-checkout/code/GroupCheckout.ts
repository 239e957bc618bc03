import type { GroupCheckoutCommand, GroupCheckoutEvent } from '#model';

/** Every stay of the group stands in one of the three lists. */
export type GroupCheckout = { awaited: string[]; settled: string[]; leftOpen: string[] };

export const initialState = (): GroupCheckout => ({ awaited: [], settled: [], leftOpen: [] });

export const decide = (
  command: GroupCheckoutCommand,
  group: GroupCheckout,
): GroupCheckoutEvent | GroupCheckoutEvent[] => {
  const now = command.metadata.now.toISOString();

  switch (command.type) {
    case 'StartGroupCheckout': {
      mustBeNew(group);
      mustBeDistinct(command.data.stayIds);
      return { type: 'GroupCheckoutStarted', data: { ...command.data, startedAt: now } };
    }
    case 'RecordSettledStay': {
      mustBeListed(group, command.data.stayId);
      if (isAnswered(group, command.data.stayId)) return [];
      return withEnd(
        group,
        { type: 'StaySettled', data: { ...command.data, settledAt: now } },
        now,
      );
    }
    case 'RecordOpenStay': {
      mustBeListed(group, command.data.stayId);
      if (isAnswered(group, command.data.stayId)) return [];
      return withEnd(
        group,
        { type: 'StayLeftOpen', data: { ...command.data, leftOpenAt: now } },
        now,
      );
    }
  }
};

export const evolve = (group: GroupCheckout, event: GroupCheckoutEvent): GroupCheckout => {
  switch (event.type) {
    case 'GroupCheckoutStarted':
      return { ...group, awaited: event.data.stayIds };
    case 'StaySettled': {
      const { stayId } = event.data;
      return {
        ...group,
        awaited: without(group.awaited, stayId),
        settled: [...group.settled, stayId],
      };
    }
    case 'StayLeftOpen': {
      const { stayId } = event.data;
      return {
        ...group,
        awaited: without(group.awaited, stayId),
        leftOpen: [...group.leftOpen, stayId],
      };
    }
    case 'GroupCheckoutFinished':
    case 'GroupCheckoutEndedOpen':
      return group;
  }
};

/** The last answer ends the group checkout in the same append. */
const withEnd = (
  group: GroupCheckout,
  answer: Extract<GroupCheckoutEvent, { type: 'StaySettled' | 'StayLeftOpen' }>,
  now: string,
): GroupCheckoutEvent[] => {
  const { awaited, leftOpen } = evolve(group, answer);
  const { groupCheckoutId } = answer.data;
  if (awaited.length > 0) return [answer];
  return leftOpen.length === 0
    ? [answer, { type: 'GroupCheckoutFinished', data: { groupCheckoutId, finishedAt: now } }]
    : [
        answer,
        { type: 'GroupCheckoutEndedOpen', data: { groupCheckoutId, leftOpen, endedAt: now } },
      ];
};

// The rules

const listed = ({ awaited, settled, leftOpen }: GroupCheckout): string[] => [
  ...awaited,
  ...settled,
  ...leftOpen,
];

const mustBeNew = (group: GroupCheckout): void => {
  if (listed(group).length > 0) throw new Error('a group checkout is started only once');
};

const mustBeDistinct = (stayIds: string[]): void => {
  if (stayIds.length === 0) throw new Error('a group has at least one stay');
  if (new Set(stayIds).size < stayIds.length) throw new Error('a stay is listed only once');
};

const mustBeListed = (group: GroupCheckout, stayId: string): void => {
  if (!listed(group).includes(stayId)) throw new Error(`${stayId} is not a stay of this group`);
};

/** Answers come twice or late, since commands are delivered at least once. */
const isAnswered = (group: GroupCheckout, stayId: string): boolean =>
  !group.awaited.includes(stayId);

const without = (stayIds: string[], stayId: string): string[] =>
  stayIds.filter((other) => other !== stayId);
