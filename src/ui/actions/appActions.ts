import {
  CircleQuestionMark,
  Download,
  ListTree,
  PanelBottom,
  PanelLeft,
  PanelRight,
  Redo2,
  RotateCcw,
  Undo2,
} from 'lucide-react';
import { workspace } from '#state';
import { redo, undo } from '../canvas/makeEdit.ts';
import { focusNextRegion } from '../shell/regions.ts';
import { showShortcuts, togglePalette } from '../shell/shellStore.ts';
import { actionTexts as texts } from '../text/actions.ts';
import type { Action } from './Action.ts';

export const appActions: readonly Action[] = [
  {
    id: 'edit.undo',
    label: ({ undoLabel }) => texts.undo(undoLabel),
    icon: Undo2,
    keys: ['$mod+z'],
    group: 'edit',
    // After a command, undo says what it does not undo.
    isEnabled: ({ undoLabel, lastOutcome }) => undoLabel !== null || lastOutcome?.outcome.kind === 'appended',
    run: undo,
  },
  {
    id: 'edit.redo',
    label: ({ redoLabel }) => texts.redo(redoLabel),
    icon: Redo2,
    keys: ['$mod+Shift+z', '$mod+y'],
    group: 'edit',
    isEnabled: ({ redoLabel }) => redoLabel !== null,
    run: redo,
  },
  {
    id: 'view.palette',
    label: texts.palette,
    icon: PanelLeft,
    keys: ['p'],
    group: 'view',
    run: togglePalette,
  },
  {
    id: 'view.timeline',
    label: ({ isDockOpen }) => (isDockOpen ? texts.hideTimeline : texts.showTimeline),
    icon: PanelBottom,
    keys: ['t'],
    group: 'view',
    run: () => workspace.toggleDock(),
  },
  {
    id: 'view.inspector',
    label: ({ isInspectorOpen }) => (isInspectorOpen ? texts.hideInspector : texts.showInspector),
    icon: PanelRight,
    keys: ['i'],
    group: 'view',
    run: () => workspace.toggleInspector(),
  },
  {
    id: 'view.outline',
    label: texts.showOutline,
    icon: ListTree,
    keys: ['o'],
    group: 'view',
    isEnabled: ({ view }) => view === 'wall',
    run: () => workspace.showOutline(),
  },
  {
    id: 'view.nextRegion',
    label: texts.nextRegion,
    keys: ['F6'],
    scope: 'anywhere',
    group: 'view',
    run: () => focusNextRegion(1),
  },
  {
    id: 'view.previousRegion',
    label: texts.previousRegion,
    keys: ['Shift+F6'],
    scope: 'anywhere',
    group: 'view',
    run: () => focusNextRegion(-1),
  },
  {
    id: 'help.shortcuts',
    label: texts.shortcuts,
    icon: CircleQuestionMark,
    keys: ['?'],
    group: 'help',
    run: () => showShortcuts(true),
  },
  {
    id: 'app.update',
    label: texts.update,
    icon: RotateCcw,
    group: 'help',
    isEnabled: ({ offers }) => Boolean(offers.update),
    run: ({ offers }) => offers.update?.(),
  },
  {
    id: 'app.install',
    label: texts.install,
    icon: Download,
    group: 'help',
    isEnabled: ({ offers }) => Boolean(offers.install),
    run: ({ offers }) => offers.install?.(),
  },
];
