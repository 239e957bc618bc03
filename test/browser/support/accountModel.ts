/** The code that the main journey types: an account with two rules, a balance, and a gift for those who open one. */

export const accountCode = `import type { AccountCommand, AccountEvent } from '#model';

type State = { isOpen: boolean; balance: number };

export const initialState = (): State => ({ isOpen: false, balance: 0 });

export const decide = (command: AccountCommand, state: State): AccountEvent[] => {
  switch (command.type) {
    case 'OpenAccount':
      if (state.isOpen) throw new Error('this account is open already');
      return [{ type: 'AccountOpened', data: { accountId: command.data.accountId } }];
    case 'Deposit':
      if (!state.isOpen) throw new Error('only an open account takes money');
      return [{ type: 'MoneyDeposited', data: command.data }];
  }
};

export const evolve = (state: State, event: AccountEvent): State => {
  switch (event.type) {
    case 'AccountOpened':
      return { ...state, isOpen: true };
    case 'MoneyDeposited':
      return { ...state, balance: state.balance + event.data.amount };
  }
};
`;

export const balanceCode = `export const canHandle = ['AccountOpened', 'MoneyDeposited'];

export const initialState = () => ({ balance: 0 });

export const getDocumentId = (event) => event.data.accountId;

export const evolve = (document, event) =>
  event.type === 'MoneyDeposited' ? { balance: document.balance + event.data.amount } : document;
`;

export const giftCode = `import type { GiftEvent } from '#model';

export const react = (event: GiftEvent) => ({
  type: 'Deposit',
  data: { accountId: event.data.accountId, amount: 5 },
});
`;

export const endlessEvolve = `export const initialState = () => ({ count: 0 });

export const decide = (command) => [{ type: 'AccountOpened', data: command.data }];

export const evolve = (state) => {
  while (true) {
    state.count += 1;
  }
};
`;
