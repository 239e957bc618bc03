import type { Board } from '#model';
import { sampleBoard } from '../building/board.ts';
import { actor, command, decider, event, readModel } from '../building/definitions.ts';
import { choice, id, number, object, optional, reference, time, withExample } from '../building/fields.ts';
import { arrows, regularNotes } from '../building/wall.ts';
import cartDetailsCode from './code/CartDetails.ts?raw';
import clientSummaryCode from './code/ClientSummary.ts?raw';
import removedProductsCode from './code/RemovedProducts.ts?raw';
import shoppingCartCode from './code/ShoppingCart.ts?raw';
import {
  cartDetailsSpecifications,
  clientSummarySpecifications,
  shoppingCartSpecifications,
} from './specifications.ts';

/** The recorded history leaves cart-4 open, so that Enter alone adds to it; cart-5 is the next to be opened. */
const cartId = withExample(id('cart'), 'cart-4');
const clientId = id('client');
const item = object('item', reference('productId', 'headphones'), number('quantity', 1), number('unitPrice', 2499));
const reason = optional(choice('reason', 'too expensive', 'changed my mind', 'ordered by mistake'));

const customer = actor('Customer');

const openCart = command('OpenCart', withExample(cartId, 'cart-5'), clientId);
const addProductItem = command('AddProductItem', cartId, item);
const removeProductItem = command('RemoveProductItem', cartId, item, reason);
const confirmCart = command('ConfirmCart', cartId);
const cancelCart = command('CancelCart', cartId);
const commands = [openCart, addProductItem, removeProductItem, confirmCart, cancelCart];

const cartOpened = event('CartOpened', cartId, clientId, time('openedAt'));
const productItemAdded = event('ProductItemAdded', cartId, item, time('addedAt'));
const productItemRemoved = event('ProductItemRemoved', cartId, item, reason, time('removedAt'));
const cartConfirmed = event('CartConfirmed', cartId, clientId, number('total', 7498), time('confirmedAt'));
const cartCanceled = event('CartCanceled', cartId, clientId, time('canceledAt'));
const events = [cartOpened, productItemAdded, productItemRemoved, cartConfirmed, cartCanceled];

const shoppingCart = decider('ShoppingCart', 'cartId', shoppingCartCode);
const cartDetails = readModel('CartDetails', cartDetailsCode);
const clientSummary = readModel('ClientSummary', clientSummaryCode);
/** Kept ready for the demonstration of a new projection: it stands on no wall, so it does not run. */
const removedProducts = readModel('RemovedProducts', removedProductsCode);

const { placed, column } = regularNotes;
const axis = { customer: 44, commands: 216, decider: 440, events: 664, readModels: 888, reader: 1060 };
const middle = 2;

const customerNote = placed(customer, axis.customer, middle);
const commandNotes = column(axis.commands, 0, commands);
const deciderNote = placed(shoppingCart, axis.decider, middle);
const eventNotes = column(axis.events, 0, events);
const cartDetailsNote = placed(cartDetails, axis.readModels, 1);
const clientSummaryNote = placed(clientSummary, axis.readModels, 3);
const readerNote = placed(customer, axis.reader, middle, 2);

const eventsOfClients = eventNotes.filter(({ definitionId }) =>
  [cartOpened, cartConfirmed, cartCanceled].some((event) => event.id === definitionId),
);

export const board: Board = sampleBoard({
  modelId: 'shopping-cart',
  name: 'Shopping cart',
  startsAt: '2026-03-02T09:00:00.000Z',
  definitions: [customer, ...commands, shoppingCart, ...events, cartDetails, clientSummary, removedProducts],
  notes: [customerNote, ...commandNotes, deciderNote, ...eventNotes, cartDetailsNote, clientSummaryNote, readerNote],
  connections: [
    ...arrows([customerNote], commandNotes),
    ...arrows(commandNotes, [deciderNote]),
    ...arrows([deciderNote], eventNotes),
    ...arrows(eventNotes, [cartDetailsNote]),
    ...arrows(eventsOfClients, [clientSummaryNote]),
    ...arrows([cartDetailsNote, clientSummaryNote], [readerNote]),
  ],
  specifications: [
    ...shoppingCartSpecifications(shoppingCart),
    ...cartDetailsSpecifications(cartDetails),
    ...clientSummarySpecifications(clientSummary),
  ],
});
