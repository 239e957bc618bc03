export { eventsInText, logTextOfEvents, newUuid } from '#event-store';
export { decodeTagged } from '#sandbox';
export * from './EngineApi.ts';
export { startEngine } from './startEngine.ts';
