import { FileJson, FileText, Image, Languages, Link, MonitorPlay, PackageOpen } from 'lucide-react';
import { sharingTexts as texts } from '../text/sharing.ts';
import { DocumentChoices } from './DocumentChoices.tsx';
import { FileChoices } from './FileChoices.tsx';
import { LinkChoices } from './LinkChoices.tsx';
import { NotationChoices } from './NotationChoices.tsx';
import { PictureChoices } from './PictureChoices.tsx';
import { ProjectChoices } from './ProjectChoices.tsx';
import { ReplayPageChoices } from './ReplayPageChoices.tsx';
import type { WayOut } from './WayOut.ts';

/** All ways in which a model leaves, in the order in which they are offered. */
export const waysOut: readonly [WayOut, ...WayOut[]] = [
  { id: 'file', icon: FileJson, texts: texts.file, Choices: FileChoices },
  { id: 'link', icon: Link, texts: texts.link, Choices: LinkChoices },
  { id: 'picture', icon: Image, texts: texts.picture, Choices: PictureChoices },
  { id: 'replay-page', icon: MonitorPlay, texts: texts.replayPage, Choices: ReplayPageChoices },
  { id: 'project', icon: PackageOpen, texts: texts.project, Choices: ProjectChoices },
  { id: 'document', icon: FileText, texts: texts.document, Choices: DocumentChoices },
  { id: 'notation', icon: Languages, texts: texts.notation, Choices: NotationChoices },
];
