/**
 * A process for each till: half an hour after the last amount it closes the till, having said so five minutes before.
 * Its own messages are a reminder and an event; the command that it schedules is the till's.
 */
const closingTimeCode = `
const minutes = (count) => ({ afterInMs: count * 60_000 });

export const getWorkflowId = (input) => input.data.tillId ?? null;

export const initialState = () => ({ amounts: 0, isWarned: false, isOver: false });

export const decide = (input, state) => {
  const { tillId } = input.data;
  switch (input.type) {
    case 'TillOpened':
    case 'AmountTaken':
      return [
        { action: 'Cancel', type: 'WarnCashier' },
        { action: 'Cancel', type: 'CloseTill' },
        { action: 'Schedule', message: { type: 'CloseTill', data: { tillId } }, when: minutes(30) },
        { action: 'Schedule', message: { type: 'WarnCashier', data: { tillId } }, when: minutes(25) },
      ];
    case 'WarnCashier':
      return { type: 'CashierWarned', data: { tillId, amounts: state.amounts, at: input.metadata.now.toISOString() } };
    case 'TillClosed':
      return [{ type: 'TakeAmount', data: { tillId, amount: 1 } }, { action: 'Complete' }];
  }
};

export const evolve = (state, event) => {
  switch (event.type) {
    case 'AmountTaken':
      return { ...state, amounts: state.amounts + 1 };
    case 'CashierWarned':
      return { ...state, isWarned: true };
    case 'TillClosed':
      return { ...state, isOver: true };
    default:
      return state;
  }
};
`;

export const closingTime = {
  id: 'closing-time',
  hears: ['TillOpened', 'AmountTaken', 'TillClosed'],
  process: { category: 'ClosingTime', commands: ['CloseTill', 'TakeAmount'] },
  code: closingTimeCode,
};
