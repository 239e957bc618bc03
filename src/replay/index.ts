export { type Moment, type MomentReading, type MomentWish, momentAt, type ShownDocuments } from './momentAt.ts';
export * from './momentSoFar.ts';
export * from './valueHistory.ts';
