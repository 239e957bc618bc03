import { FileJson, Link } from 'lucide-react';
import { sharingTexts as texts } from '../text/sharing.ts';
import { FileChoices } from './FileChoices.tsx';
import { LinkChoices } from './LinkChoices.tsx';
import type { WayOut } from './WayOut.ts';

/** All ways in which a model leaves, in the order in which they are offered. */
export const waysOut: readonly [WayOut, ...WayOut[]] = [
  { id: 'file', icon: FileJson, title: texts.file.title, sentence: texts.file.sentence, Choices: FileChoices },
  { id: 'link', icon: Link, title: texts.link.title, sentence: texts.link.sentence, Choices: LinkChoices },
];
