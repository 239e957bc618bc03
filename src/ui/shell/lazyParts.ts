import { lazy } from 'react';
import { whenIdle } from './whenIdle.ts';

const loadInspector = () => import('../inspector/Inspector.tsx');
const loadCommandForm = () => import('../run/CommandForm.tsx');
const loadModels = () => import('../files/ModelsView.tsx');
const loadPreview = () => import('../files/PreviewDialog.tsx');
const loadFind = () => import('../find/FindBar.tsx');
const loadFinder = () => import('../find/Finder.tsx');
const loadShortcuts = () => import('./ShortcutsDialog.tsx');

/** What the first sight of the wall does not need; fetched when idle, so that it is there when it is asked for. */
export const Inspector = lazy(() => loadInspector().then(({ Inspector: part }) => ({ default: part })));
export const CommandForm = lazy(() => loadCommandForm().then(({ CommandForm: part }) => ({ default: part })));
export const ModelsView = lazy(() => loadModels().then(({ ModelsView: part }) => ({ default: part })));
export const PreviewDialog = lazy(() => loadPreview().then(({ PreviewDialog: part }) => ({ default: part })));
export const FindBar = lazy(() => loadFind().then(({ FindBar: part }) => ({ default: part })));
export const Finder = lazy(() => loadFinder().then(({ Finder: part }) => ({ default: part })));
export const ShortcutsDialog = lazy(() => loadShortcuts().then(({ ShortcutsDialog: part }) => ({ default: part })));

/** Being offline later is no error now: the part is asked for again when it is needed. */
const fetchQuietly = (load: () => Promise<unknown>) => void load().catch(() => undefined);

export const fetchPartsWhenIdle = (): void =>
  whenIdle(() => {
    const loads = [loadCommandForm, loadInspector, loadModels, loadPreview, loadFind, loadFinder, loadShortcuts];
    for (const load of loads) fetchQuietly(load);
  });
