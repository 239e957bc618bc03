import { FileInput, FileOutput, FilePlus2, FolderOpen, LayoutGrid, Pencil, Save, SaveAll, Share2 } from 'lucide-react';
import { workspace } from '#state';
import { renameModelInPlace, showSharing } from '../shell/shellStore.ts';
import { actionTexts as texts } from '../text/actions.ts';
import type { Action } from './Action.ts';

const hasModel = ({ modelId }: { modelId: string }) => modelId !== '';

export const fileActions: readonly Action[] = [
  {
    id: 'file.models',
    label: texts.allModels,
    icon: LayoutGrid,
    keys: ['$mod+Shift+l'],
    scope: 'anywhere',
    group: 'file',
    run: () => workspace.showModels(),
  },
  { id: 'file.new', label: texts.newModel, icon: FilePlus2, group: 'file', run: () => void workspace.newModel() },
  {
    id: 'file.rename',
    label: texts.renameModel,
    icon: Pencil,
    group: 'file',
    isEnabled: (state) => hasModel(state) && state.view === 'wall',
    run: () => renameModelInPlace(true),
  },
  {
    id: 'file.open',
    label: texts.openFile,
    icon: FolderOpen,
    keys: ['$mod+o'],
    scope: 'anywhere',
    group: 'file',
    run: () => void workspace.previewFile(),
  },
  {
    id: 'file.save',
    label: texts.saveFile,
    icon: Save,
    keys: ['$mod+s'],
    scope: 'anywhere',
    group: 'file',
    isEnabled: hasModel,
    run: () => void workspace.saveToFile(),
  },
  {
    id: 'file.share',
    label: texts.share,
    icon: Share2,
    keys: ['$mod+Shift+e'],
    scope: 'anywhere',
    group: 'file',
    isEnabled: hasModel,
    run: () => showSharing(true),
  },
  {
    id: 'file.saveAs',
    label: texts.saveFileAs,
    icon: SaveAll,
    keys: ['$mod+Shift+s'],
    scope: 'anywhere',
    group: 'file',
    isEnabled: hasModel,
    run: () => void workspace.saveToFile({ asNew: true }),
  },
  {
    id: 'file.saveWithBoardHistory',
    label: texts.saveWithBoardHistory,
    icon: SaveAll,
    group: 'file',
    isEnabled: hasModel,
    run: () => void workspace.saveToFile({ asNew: true, withBoardHistory: true }),
  },
  {
    id: 'file.importEvents',
    label: texts.importEvents,
    icon: FileInput,
    group: 'file',
    run: () => void workspace.previewFile(),
  },
  {
    id: 'file.saveEvents',
    label: texts.saveEvents,
    icon: FileOutput,
    group: 'file',
    isEnabled: ({ events }) => events.length > 0,
    run: () => void workspace.saveEvents(),
  },
];
