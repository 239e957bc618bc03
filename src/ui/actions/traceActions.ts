import { Waypoints } from 'lucide-react';
import { dockTabTexts as texts } from '../text/dockTabs.ts';
import type { Action } from './Action.ts';

/** What led to the event at the cursor, and what came of it. */
export const traceActions: readonly Action[] = [
  {
    id: 'time.trace',
    label: texts.openTrace,
    icon: Waypoints,
    keys: ['Shift+t'],
    group: 'time',
    isEnabled: ({ view, events, commands }) => view === 'wall' && events.length + commands.length > 0,
    run: () => void import('../trace/tracing.ts').then(({ openTrace }) => openTrace()),
  },
];
