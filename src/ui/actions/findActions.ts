import { Search, TextSearch } from 'lucide-react';
import { showFinder, startFinding } from '../shell/shellStore.ts';
import { actionTexts as texts } from '../text/actions.ts';
import type { Action } from './Action.ts';

export const findActions: readonly Action[] = [
  {
    id: 'find.open',
    label: texts.find,
    icon: TextSearch,
    keys: ['$mod+f'],
    scope: 'anywhere',
    group: 'view',
    // In the code, Monaco finds within the file.
    isEnabled: ({ view }) => view === 'wall' && !document.activeElement?.closest('.monaco-editor'),
    run: startFinding,
  },
  {
    id: 'find.anything',
    label: texts.findAnything,
    icon: Search,
    keys: ['$mod+k'],
    scope: 'anywhere',
    group: 'help',
    run: () => showFinder(true),
  },
];
