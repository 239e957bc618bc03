export { type Moment, type MomentReading, type MomentWish, momentAt } from './momentAt.ts';
export type { ShownDocuments } from './momentDocuments.ts';
export * from './momentSoFar.ts';
export * from './valueHistory.ts';
