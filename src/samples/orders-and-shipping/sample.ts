import type { NewModelParts } from '../Sample.ts';
import { board } from './board.ts';
import history from './history.json?raw';

/** `history.json` is what the script gives with the present code: `npm run record-samples` writes it. */
export const ordersAndShipping: NewModelParts = { board, history: JSON.parse(history) };
