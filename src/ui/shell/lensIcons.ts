import { Blocks, Columns3, type LucideIcon, Telescope, Workflow } from 'lucide-react';
import type { Lens } from '#model';

export const lensIcons: { readonly [L in Lens]: LucideIcon } = {
  'big-picture': Telescope,
  process: Workflow,
  design: Blocks,
  'event-modeling': Columns3,
};
