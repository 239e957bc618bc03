export { newUuid } from '#engine';
export { type Sample, samples } from '#samples';
export * from './AppState.ts';
export { appStore } from './appStore.ts';
export { describeEndless } from './describeEndless.ts';
export { shownValue } from './shownValue.ts';
export { start } from './start.ts';
export * from './WorkspaceApi.ts';
export { workspace } from './workspace.ts';
