import { viewsOf, type WallView } from '#model';
import { appStore, newUuid } from '#state';
import { viewTexts as texts } from '../text/views.ts';
import { makeEdit } from './makeEdit.ts';
import { showArea, viewedArea } from './view.ts';
import { announce, wallStore } from './wallStore.ts';

const views = (): readonly WallView[] => viewsOf(appStore.getState().board);

/** The view that was gone to last: the next and the previous one are counted from it. */
let lastId: string | null = null;

export const goToView = (view: WallView): void => {
  lastId = view.id;
  showArea(view);
  const all = views();
  announce(texts.at(view.name, all.findIndex(({ id }) => id === view.id) + 1, all.length));
};

/** Round and round: after the last comes the first. */
export const stepToView = (step: 1 | -1): void => {
  const all = views();
  const last = all.findIndex(({ id }) => id === lastId);
  const next = last < 0 && step < 0 ? all.at(-1) : all[(last + step + all.length) % all.length];
  if (next) goToView(next);
};

/** Opens the list of views above its button. */
export const openViews = (): void => wallStore.setState({ chooser: { purpose: 'views' } });

export const showViews = (areViewsShown: boolean): void => wallStore.setState({ areViewsShown });

const freeName = (): string => {
  const taken = new Set(views().map(({ name }) => name));
  let number = taken.size + 1;
  while (taken.has(texts.defaultName(number))) number += 1;
  return texts.defaultName(number);
};

/** Keeps what is seen of the wall, and shows all views, where the new one waits for its name. */
export const keepView = (): void => {
  const area = viewedArea();
  if (!area) return;
  const view = { id: newUuid(), name: freeName(), ...rounded(area) };
  if (!makeEdit(texts.kept(view.name), [{ type: 'KeepView', view }])) return;
  lastId = view.id;
  showViews(true);
};

const rounded = ({ x, y, width, height }: Omit<WallView, 'id' | 'name'>) => ({
  x: Math.round(x),
  y: Math.round(y),
  width: Math.max(1, Math.round(width)),
  height: Math.max(1, Math.round(height)),
});

export const renameView = (view: WallView, name: string): void => {
  makeEdit(texts.renamed(view.name, name.trim()), [{ type: 'KeepView', view: { ...view, name } }]);
};

/** The view shows what is seen now. */
export const aimView = (view: WallView): void => {
  const area = viewedArea();
  if (area) makeEdit(texts.aimed(view.name), [{ type: 'KeepView', view: { ...view, ...rounded(area) } }]);
};

export const removeView = ({ id, name }: WallView): void => {
  makeEdit(texts.remove(name), [{ type: 'RemoveView', viewId: id }]);
};
