import type { Connection } from '#model';
import { appStore, workspace } from '#state';
import { linksOf } from './links.ts';
import { bringIntoView } from './view.ts';
import { currentNote, focusedArrow, focusedNote } from './walking.ts';

/** The note whose arrows are gone through. */
let origin: string | null = null;

const elementOf = (id: string): SVGElement | null =>
  document.querySelector<SVGElement>(`.react-flow__edge[data-id="${CSS.escape(id)}"]`);

/** Selects an arrow and gives it the focus; one that is not drawn yet gets it once it is. */
const goToArrow = ({ id, from, to }: Connection): void => {
  workspace.select({ noteIds: [], connectionIds: [id] });
  bringIntoView(origin === from ? to : from);
  const element = elementOf(id);
  if (element) element.focus({ preventScroll: true });
  else requestAnimationFrame(() => elementOf(id)?.focus({ preventScroll: true }));
};

/** From a note to its arrows, those that leave it first, and on from arrow to arrow. */
export const walkArrows = (step: 1 | -1): void => {
  const { board } = appStore.getState();
  const here = board.connections[focusedArrow() ?? ''];
  if (!here) origin = focusedNote() ?? currentNote();
  else if (origin !== here.from && origin !== here.to) origin = here.from;
  if (!origin) return;
  const { outgoing, incoming } = linksOf(board);
  const arrows = [...outgoing(origin), ...incoming(origin)];
  const index = here ? arrows.findIndex(({ id }) => id === here.id) + step : Math.min(step - 1, 0);
  const next = arrows.at(index % arrows.length);
  if (next) goToArrow(next);
};
