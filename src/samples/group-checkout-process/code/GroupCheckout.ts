import type { GroupCheckoutCommand, GroupCheckoutEvent } from '#model';

/** Who asked for what; what comes of it is the business of the process. */
export type GroupCheckout = { status: 'new' | 'started' };

export const initialState = (): GroupCheckout => ({ status: 'new' });

export const decide = (
  command: GroupCheckoutCommand,
  group: GroupCheckout,
): GroupCheckoutEvent => {
  switch (command.type) {
    case 'StartGroupCheckout': {
      const { stayIds } = command.data;
      if (group.status !== 'new') throw new Error('a group checkout is started only once');
      if (stayIds.length === 0) throw new Error('a group has at least one stay');
      if (new Set(stayIds).size < stayIds.length) throw new Error('a stay is listed only once');
      return {
        type: 'GroupCheckoutStarted',
        data: { ...command.data, startedAt: command.metadata.now.toISOString() },
      };
    }
  }
};

export const evolve = (_: GroupCheckout, event: GroupCheckoutEvent): GroupCheckout => {
  switch (event.type) {
    case 'GroupCheckoutStarted':
      return { status: 'started' };
  }
};
