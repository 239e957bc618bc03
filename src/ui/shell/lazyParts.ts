import { lazy } from 'react';
import { whenIdle } from './whenIdle.ts';

const loadInspector = () => import('../inspector/Inspector.tsx');
const loadCommandForm = () => import('../run/CommandForm.tsx');
const loadModels = () => import('../files/ModelsView.tsx');
const loadPreview = () => import('../files/PreviewDialog.tsx');
const loadFromCode = () => import('../from-code/FromCodeDialog.tsx');
const loadShortcuts = () => import('./ShortcutsDialog.tsx');

/** What the first sight of the wall does not need; fetched when idle, so that it is there when it is asked for. */
export const Inspector = lazy(() => loadInspector().then(({ Inspector: part }) => ({ default: part })));
export const CommandForm = lazy(() => loadCommandForm().then(({ CommandForm: part }) => ({ default: part })));
export const ModelsView = lazy(() => loadModels().then(({ ModelsView: part }) => ({ default: part })));
export const PreviewDialog = lazy(() => loadPreview().then(({ PreviewDialog: part }) => ({ default: part })));
export const ShortcutsDialog = lazy(() => loadShortcuts().then(({ ShortcutsDialog: part }) => ({ default: part })));
export const FromCodeDialog = lazy(() => loadFromCode().then(({ FromCodeDialog: part }) => ({ default: part })));

/** Being offline later is no error now: the part is asked for again when it is needed. */
const fetchQuietly = (load: () => Promise<unknown>) => void load().catch(() => undefined);

export const fetchPartsWhenIdle = (): void =>
  whenIdle(() => {
    for (const load of [loadCommandForm, loadInspector, loadModels, loadPreview, loadShortcuts, loadFromCode])
      fetchQuietly(load);
  });
