import type { ComponentType } from 'react';
import { whenIdle } from '#state';
import { lazyPart } from '../kit/lazyPart.tsx';
import { HungMenu } from '../kit/Menu.tsx';

const fetchedWhenIdle: (() => Promise<unknown>)[] = [HungMenu.fetch, () => import('../canvas/arranging.ts')];

const laterPart = <Props extends object>(load: () => Promise<ComponentType<Props>>) => {
  const part = lazyPart(load);
  fetchedWhenIdle.push(part.fetch);
  return part;
};

/** What the first sight of the wall does not need; fetched when idle, so that it is there when it is asked for. */
export const Inspector = laterPart(() => import('../inspector/Inspector.tsx').then((room) => room.Inspector));
export const CommandForm = laterPart(() => import('../run/CommandForm.tsx').then((room) => room.CommandForm));
export const WallChooser = laterPart(() => import('../canvas/WallChooser.tsx').then((room) => room.WallChooser));
export const SpaceTool = laterPart(() => import('../canvas/SpaceTool.tsx').then((room) => room.SpaceTool));
export const Minimap = laterPart(() => import('../canvas/Minimap.tsx').then((room) => room.Minimap));
export const ViewsDialog = laterPart(() => import('../canvas/ViewsDialog.tsx').then((room) => room.ViewsDialog));
export const FindBar = laterPart(() => import('../find/FindBar.tsx').then((room) => room.FindBar));
export const Finder = laterPart(() => import('../find/Finder.tsx').then((room) => room.Finder));
export const Outline = laterPart(() => import('../outline/Outline.tsx').then((room) => room.Outline));
export const Presenting = laterPart(() => import('../present/Presenting.tsx').then((room) => room.Presenting));
export const ModelsView = laterPart(() => import('../files/ModelsView.tsx').then((room) => room.ModelsView));
export const WallHistory = laterPart(() => import('../wall-history/WallHistory.tsx').then((room) => room.WallHistory));
export const PreviewDialog = laterPart(() => import('../files/PreviewDialog.tsx').then((room) => room.PreviewDialog));
export const RenameDialog = laterPart(() => import('../renaming/RenameDialog.tsx').then((room) => room.RenameDialog));
export const ShortcutsDialog = laterPart(() => import('./ShortcutsDialog.tsx').then((room) => room.ShortcutsDialog));
export const ShareDialog = laterPart(() => import('../sharing/ShareDialog.tsx').then((room) => room.ShareDialog));
export const WhyPane = laterPart(() => import('../why/WhyPane.tsx').then((room) => room.WhyPane));
export const WatchesPane = laterPart(() => import('../why/WatchesPane.tsx').then((room) => room.WatchesPane));
export const FromCodeDialog = laterPart(() =>
  import('../from-code/FromCodeDialog.tsx').then((room) => room.FromCodeDialog),
);
export const Compare = laterPart(() => import('../comparing/Compare.tsx').then((room) => room.Compare));
export const BranchLanes = laterPart(() => import('../branches/BranchLanes.tsx').then((room) => room.BranchLanes));
export const BranchDialogs = laterPart(() =>
  import('../branches/BranchDialogs.tsx').then((room) => room.BranchDialogs),
);

export const LoadRunDialog = laterPart(() =>
  import('../load-run/LoadRunDialog.tsx').then((room) => room.LoadRunDialog),
);
export const WhyMarks = laterPart(() => import('../why/WhyMarks.tsx').then((room) => room.WhyMarks));
export const ImportDialog = laterPart(() =>
  import('../import-events/ImportDialog.tsx').then((room) => room.ImportDialog),
);

export const TracePane = laterPart(() => import('../trace/TracePane.tsx').then((room) => room.TracePane));
export const AgainPane = laterPart(() => import('../again/AgainPane.tsx').then((room) => room.AgainPane));
export const TraceTools = laterPart(() => import('../trace/TracePane.tsx').then((room) => room.TraceTools));
export const ReadModelStanding = laterPart(() =>
  import('../read-models/ReadModelStanding.tsx').then((room) => room.ReadModelStanding),
);
export const LifeCycleControls = laterPart(() =>
  import('../read-models/LifeCycleControls.tsx').then((room) => room.LifeCycleControls),
);
export const StoredPane = laterPart(() => import('../stored/StoredPane.tsx').then((room) => room.StoredPane));

export const FaultMarks = laterPart(() => import('../read-models/FaultMarks.tsx').then((room) => room.FaultMarks));
export const DeleteStreamDialog = laterPart(() =>
  import('../timeline/DeleteStreamDialog.tsx').then((room) => room.DeleteStreamDialog),
);
export const ConsumerDialogs = laterPart(() =>
  import('../read-models/ConsumerDialogs.tsx').then((room) => room.ConsumerDialogs),
);
export const OutcomeBanner = laterPart(() => import('../run/OutcomeBanner.tsx').then((room) => room.OutcomeBanner));
export const StepPane = laterPart(() => import('../timeline/StepPane.tsx').then((room) => room.StepPane));
export const StepTools = laterPart(() => import('../timeline/StepPane.tsx').then((room) => room.StepTools));

export const FileDifferences = laterPart(() =>
  import('../files/FileDifferences.tsx').then((room) => room.FileDifferences),
);

/** The wall fits its notes into view in its first frame, and shows them in the second. */
const oncePainted = (run: () => void) => requestAnimationFrame(() => requestAnimationFrame(run));

/** Being offline later is no error now: what is missing is asked for again when it is needed. */
export const fetchPartsWhenIdle = (): void => {
  oncePainted(() =>
    whenIdle(() => {
      for (const fetchPart of fetchedWhenIdle) void fetchPart().catch(() => undefined);
    }),
  );
};
