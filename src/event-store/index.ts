export * from './EventStore.ts';
