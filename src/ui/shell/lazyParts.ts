import { lazyPart } from '../kit/lazyPart.tsx';
import { HungMenu } from '../kit/Menu.tsx';
import { whenIdle } from './whenIdle.ts';

/** What the first sight of the wall does not need; fetched when idle, so that it is there when it is asked for. */
export const Inspector = lazyPart(() => import('../inspector/Inspector.tsx').then((room) => room.Inspector));
export const CommandForm = lazyPart(() => import('../run/CommandForm.tsx').then((room) => room.CommandForm));
export const ModelsView = lazyPart(() => import('../files/ModelsView.tsx').then((room) => room.ModelsView));
export const WallHistory = lazyPart(() => import('../wall-history/WallHistory.tsx').then((room) => room.WallHistory));
export const PreviewDialog = lazyPart(() => import('../files/PreviewDialog.tsx').then((room) => room.PreviewDialog));
export const RenameDialog = lazyPart(() => import('../renaming/RenameDialog.tsx').then((room) => room.RenameDialog));
export const WallChooser = lazyPart(() => import('../canvas/WallChooser.tsx').then((room) => room.WallChooser));
export const Minimap = lazyPart(() => import('../canvas/Minimap.tsx').then((room) => room.Minimap));
export const ViewsDialog = lazyPart(() => import('../canvas/ViewsDialog.tsx').then((room) => room.ViewsDialog));
export const FindBar = lazyPart(() => import('../find/FindBar.tsx').then((room) => room.FindBar));
export const Finder = lazyPart(() => import('../find/Finder.tsx').then((room) => room.Finder));
export const Presenting = lazyPart(() => import('../present/Presenting.tsx').then((room) => room.Presenting));
export const Outline = lazyPart(() => import('../outline/Outline.tsx').then((room) => room.Outline));
export const SpaceTool = lazyPart(() => import('../canvas/SpaceTool.tsx').then((room) => room.SpaceTool));
export const ShortcutsDialog = lazyPart(() => import('./ShortcutsDialog.tsx').then((room) => room.ShortcutsDialog));
export const FromCodeDialog = lazyPart(() =>
  import('../from-code/FromCodeDialog.tsx').then((room) => room.FromCodeDialog),
);

/** Being offline later is no error now: the part is asked for again when it is needed. */
const fetchQuietly = (part: { fetch: () => Promise<unknown> }) => void part.fetch().catch(() => undefined);

export const fetchPartsWhenIdle = (): void =>
  whenIdle(() => {
    const parts = [
      CommandForm,
      FromCodeDialog,
      HungMenu,
      Inspector,
      Minimap,
      ModelsView,
      Outline,
      Presenting,
      PreviewDialog,
      RenameDialog,
      FindBar,
      Finder,
      ShortcutsDialog,
      SpaceTool,
      ViewsDialog,
      WallChooser,
      WallHistory,
    ];
    for (const part of parts) fetchQuietly(part);
    fetchQuietly({ fetch: () => import('../canvas/arranging.ts') });
  });
