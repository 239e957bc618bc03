import { readFileSync } from 'node:fs';
import type { Board, Definition, Specification } from '../../../src/model/definitions.ts';
import { board as cashRegister } from '../../../src/samples/cash-register/board.ts';
import { board as groupCheckout } from '../../../src/samples/group-checkout/board.ts';
import { board as groupCheckoutProcess } from '../../../src/samples/group-checkout-process/board.ts';
import { board as ordersAndShipping } from '../../../src/samples/orders-and-shipping/board.ts';
import { board as shoppingCart } from '../../../src/samples/shopping-cart/board.ts';

export const sampleBoards: [name: string, board: Board][] = [
  ['shopping cart', shoppingCart],
  ['orders and shipping', ordersAndShipping],
  ['cash register', cashRegister],
  ['group checkout', groupCheckout],
  ['group checkout with a process manager', groupCheckoutProcess],
];

export const notationFile = (name: string): string =>
  readFileSync(new URL(`./files/${name}`, import.meta.url), { encoding: 'utf8' });

const placedOf = ({ notes, definitions }: Board): Definition[] => {
  const placed = new Set(Object.values(notes).map(({ definitionId }) => definitionId));
  return Object.values(definitions).filter(({ id }) => placed.has(id));
};

export const namesOf = (board: Board, kinds: readonly Definition['kind'][]): string[] =>
  placedOf(board)
    .filter(({ kind }) => kinds.includes(kind))
    .map(({ kind, name }) => `${kind} ${name}`)
    .sort();

export const fieldsOf = (board: Board): { [message: string]: unknown } =>
  Object.fromEntries(
    placedOf(board)
      .flatMap((one) => ('fields' in one ? [[`${one.kind} ${one.name}`, one.fields] as const] : []))
      .sort(([one], [other]) => (one < other ? -1 : 1)),
  );

/** All but those of hotspots, which no notation has. */
export const arrowsOf = ({ notes, definitions, connections }: Board): string[] => {
  const ends = Object.values(connections).map(({ from, to }) =>
    [from, to].map((noteId) => definitions[notes[noteId]?.definitionId ?? '']),
  );
  const told = ends.filter((both) => both.every((end) => end?.kind !== 'hotspot'));
  return [...new Set(told.map(([from, to]) => `${from?.name} → ${to?.name}`))].sort();
};

export const specificationsOf = (board: Board, isMeant: (specification: Specification) => boolean) =>
  Object.values(board.specifications)
    .filter(isMeant)
    .map(({ id, definitionId, ...rest }) => ({ ...rest, of: board.definitions[definitionId]?.name }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
