export * from './momentAt.ts';
