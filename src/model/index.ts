export * from './boardEvents.ts';
export * from './definitions.ts';
export * from './program.ts';
export * from './verdict.ts';
