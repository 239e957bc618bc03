import {
  AppWindow,
  Flame,
  Frame,
  type LucideIcon,
  MousePointerClick,
  Plug,
  Scale,
  Table2,
  User,
  Workflow,
  Zap,
} from 'lucide-react';
import type { NoteKind } from '#model';

/** Kinds are told apart by icon, word and shape; colour comes on top. */
export const noteIcons: { readonly [K in NoteKind]: LucideIcon } = {
  event: Zap,
  command: MousePointerClick,
  decider: Scale,
  policy: Workflow,
  'read-model': Table2,
  actor: User,
  system: Plug,
  screen: AppWindow,
  hotspot: Flame,
  frame: Frame,
};
