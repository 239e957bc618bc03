export * from './momentAt.ts';
export * from './valueHistory.ts';
