import type { Point } from '#model';
import { appStore, workspace } from '#state';
import { onWall } from './view.ts';
import { focusedElement, focusNote } from './walking.ts';
import { wallStore } from './wallStore.ts';

const select = (kind: 'note' | 'arrow' | 'wall', id: string): void => {
  const { selection } = appStore.getState();
  const isSelected = kind === 'note' ? selection.noteIds.includes(id) : selection.connectionIds.includes(id);
  if (isSelected) return;
  workspace.select({ noteIds: kind === 'note' ? [id] : [], connectionIds: kind === 'arrow' ? [id] : [] });
};

/** Opens the menu of what lies under a point of the window; it is selected unless it is already. */
export const openContextMenu = (target: EventTarget | null, point: Point): void => {
  if (!(target instanceof Element)) return;
  const noteId = target.closest<HTMLElement>('.react-flow__node')?.dataset.id;
  const connectionId = target.closest<SVGElement>('.react-flow__edge')?.dataset.id;
  if (noteId) {
    select('note', noteId);
    focusNote(noteId);
  } else if (connectionId) select('arrow', connectionId);
  else if (target.closest('.react-flow__pane')) select('wall', '');
  else return;
  wallStore.setState({ chooser: { purpose: 'menu', at: onWall(point) } });
};

/** By keyboard: of what has the focus, else of the wall. */
export const openMenuOfFocused = (): void => {
  const element = focusedElement();
  const pane = document.querySelector('.react-flow__pane');
  const { left, top, width, height } = (element ?? pane ?? document.body).getBoundingClientRect();
  openContextMenu(element ?? pane, { x: left + width / 2, y: top + height / 2 });
};
