import type { LucideIcon } from 'lucide-react';
import type { ComponentType } from 'react';

/** A way in which a model leaves. */
export type WayOut = {
  id: string;
  icon: LucideIcon;
  /** Its name; what one gets, and what it is good for. */
  texts: { title: string; sentence: string };
  /** What can be chosen, and the buttons that do it. `onDone` closes the dialog. */
  Choices: ComponentType<{ onDone: () => void }>;
};
