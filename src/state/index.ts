export * from './AppState.ts';
export { appStore } from './appStore.ts';
export * from './Workspace.ts';
