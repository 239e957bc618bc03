import type { Printed } from './AppState.ts';

export const nothingPrinted: Printed = { byCommand: {}, byPosition: {} };
