import { Bookmark, BookmarkPlus, Map as MapIcon, Settings2 } from 'lucide-react';
import { viewsOf } from '#model';
import type { AppState } from '#state';
import { toggleMinimap } from '../canvas/minimapChoice.ts';
import { viewTexts as texts } from '../text/views.ts';
import type { Action } from './Action.ts';

/** What is done with views is fetched when it is first asked for. */
const views = () => import('../canvas/views.ts');

const isWallShown = ({ view }: AppState): boolean => view === 'wall';
const hasViews = (state: AppState): boolean => isWallShown(state) && viewsOf(state.board).length > 0;

const viewAction = (action: Omit<Action, 'group' | 'scope'>): Action => ({ ...action, group: 'wall', scope: 'wall' });

/** Finding one's way on a large wall: its map, and the views that were kept of it. */
export const viewActions: readonly Action[] = [
  viewAction({
    id: 'views.map',
    label: texts.map,
    icon: MapIcon,
    keys: ['m'],
    isEnabled: isWallShown,
    run: toggleMinimap,
  }),
  viewAction({
    id: 'views.open',
    label: texts.open,
    icon: Bookmark,
    keys: ['Shift+v'],
    isEnabled: isWallShown,
    run: () => void views().then(({ openViews }) => openViews()),
  }),
  viewAction({
    id: 'views.keep',
    label: texts.keep,
    icon: BookmarkPlus,
    isEnabled: isWallShown,
    run: () => void views().then(({ keepView }) => keepView()),
  }),
  viewAction({
    id: 'views.change',
    label: texts.change,
    icon: Settings2,
    isEnabled: hasViews,
    run: () => void views().then(({ showViews }) => showViews(true)),
  }),
  viewAction({
    id: 'views.next',
    label: texts.next,
    keys: ['.'],
    isEnabled: hasViews,
    run: () => void views().then(({ stepToView }) => stepToView(1)),
  }),
  viewAction({
    id: 'views.previous',
    label: texts.previous,
    keys: [','],
    isEnabled: hasViews,
    run: () => void views().then(({ stepToView }) => stepToView(-1)),
  }),
];
