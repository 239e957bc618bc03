import type {
  CheckOut,
  GroupCheckoutProcessEvent,
  GroupCheckoutProcessInput,
  GroupCheckoutProcessOutput,
  ProcessInput,
  TakePayment,
} from '#model';

/** A message of the process to itself, for later. */
type GroupCheckoutTimeout = {
  type: 'GroupCheckoutTimeout';
  data: { groupCheckoutId: string };
};

type Input = GroupCheckoutProcessInput | ProcessInput<GroupCheckoutTimeout>;
type Output = GroupCheckoutProcessOutput;

export type GroupCheckoutProcess = {
  groupCheckoutId: string;
  /** The first stay of the group: it pays for the others, and leaves last. */
  leader: string;
  awaited: string[];
  /** What the leader was charged with for other stays, until it is paid. */
  moved: { [stayId: string]: number };
  isOver: boolean;
};

const halfAnHour = 30 * 60_000;

/** What has no group is a stay's own business. */
export const getWorkflowId = (input: GroupCheckoutProcessEvent): string | null =>
  input.data.groupCheckoutId ?? null;

export const initialState = (): GroupCheckoutProcess => ({
  groupCheckoutId: '',
  leader: '',
  awaited: [],
  moved: {},
  isOver: false,
});

export const decide = (input: Input, group: GroupCheckoutProcess): Output[] => {
  if (group.isOver) return [];
  const now = input.metadata.now.toISOString();

  switch (input.type) {
    case 'GroupCheckoutStarted': {
      const { groupCheckoutId, stayIds } = input.data;
      const others = stayIds.slice(1);
      return [
        {
          action: 'Schedule',
          message: { type: 'GroupCheckoutTimeout', data: { groupCheckoutId } },
          when: { afterInMs: halfAnHour },
        },
        ...(others.length > 0 ? others : stayIds).map(checkOut(groupCheckoutId)),
      ];
    }
    case 'CheckoutDeclined':
      return input.data.stayId === group.leader
        ? []
        : moveBalance(group, input.data.stayId, input.data.balance);
    case 'PaymentTaken':
      return paid(group, input.data.stayId, input.data.amount);
    case 'GuestCheckedOut': {
      const left = group.awaited.filter((stayId) => stayId !== input.data.stayId);
      if (left.length === 0) return finish(group, now);
      return left.every((stayId) => stayId === group.leader)
        ? left.map(checkOut(group.groupCheckoutId))
        : [];
    }
    case 'GroupCheckoutTimeout':
      return timeOut(group, now);
  }
};

export const evolve = (
  group: GroupCheckoutProcess,
  event: GroupCheckoutProcessEvent,
): GroupCheckoutProcess => {
  switch (event.type) {
    case 'GroupCheckoutStarted': {
      const { groupCheckoutId, stayIds } = event.data;
      return { ...group, groupCheckoutId, leader: stayIds[0] ?? '', awaited: stayIds };
    }
    case 'GuestCheckedOut': {
      const { stayId } = event.data;
      return { ...group, awaited: group.awaited.filter((awaited) => awaited !== stayId) };
    }
    case 'BalanceMoved': {
      const { stayId, amount } = event.data;
      return { ...group, moved: { ...group.moved, [stayId]: amount } };
    }
    case 'PaymentTaken': {
      const { [event.data.stayId]: _settled, ...moved } = group.moved;
      return { ...group, moved };
    }
    case 'GroupCheckoutFinished':
    case 'GroupCheckoutTimedOut':
      return { ...group, isOver: true };
    case 'CheckoutDeclined':
      return group;
  }
};

// The steps

const checkOut =
  (groupCheckoutId: string) =>
  (stayId: string): CheckOut => ({ type: 'CheckOut', data: { stayId, groupCheckoutId } });

/** The leader is charged with it first; the stay counts as paid once the leader has. */
const moveBalance = (
  { groupCheckoutId, leader, moved }: GroupCheckoutProcess,
  stayId: string,
  amount: number,
): Output[] =>
  stayId in moved
    ? []
    : [
        { type: 'BalanceMoved', data: { groupCheckoutId, stayId, amount } },
        {
          type: 'PostCharge',
          data: {
            stayId: leader,
            chargeId: `${groupCheckoutId}-${stayId}`,
            what: 'moved',
            amount,
          },
        },
      ];

const paid = (group: GroupCheckoutProcess, stayId: string, amount: number): Output[] => {
  const { groupCheckoutId, leader, moved, awaited } = group;
  if (stayId !== leader) return [checkOut(groupCheckoutId)(stayId)];
  const owed = Object.entries(moved);
  if (owed.length === 0)
    return awaited.length === 1 ? awaited.map(checkOut(groupCheckoutId)) : [];
  const total = owed.reduce((sum, [, each]) => sum + each, 0);
  return amount < total
    ? []
    : owed.map(([other, each]) =>
        payment(other, `${groupCheckoutId}-${other}`, each, groupCheckoutId),
      );
};

const payment = (
  stayId: string,
  paymentId: string,
  amount: number,
  groupCheckoutId?: string,
): TakePayment => ({
  type: 'TakePayment',
  data: { stayId, paymentId, amount, ...(groupCheckoutId ? { groupCheckoutId } : {}) },
});

const finish = ({ groupCheckoutId }: GroupCheckoutProcess, finishedAt: string): Output[] => [
  { type: 'GroupCheckoutFinished', data: { groupCheckoutId, finishedAt } },
  { action: 'Complete' },
];

/** Nobody paid in time: what the leader was charged with for others is given back. */
const timeOut = (group: GroupCheckoutProcess, timedOutAt: string): Output[] => {
  const { groupCheckoutId, leader, moved, awaited } = group;
  return [
    {
      type: 'GroupCheckoutTimedOut',
      data: { groupCheckoutId, leftOpen: awaited, timedOutAt },
    },
    ...Object.entries(moved).map(([stayId, amount]) =>
      payment(leader, `${groupCheckoutId}-${stayId}-back`, amount),
    ),
    { action: 'Complete' },
  ];
};
