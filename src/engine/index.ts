export * from './EngineApi.ts';
