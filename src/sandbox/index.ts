export * from './Sandbox.ts';
