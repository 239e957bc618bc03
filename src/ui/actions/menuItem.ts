import { appStore } from '#state';
import type { MenuItem } from '../kit/Menu.tsx';
import { isEnabled, labelOf } from './Action.ts';
import { actionById } from './registry.ts';

/** Starts an action as its keys would. */
export const runAction = (id: string): void => {
  const state = appStore.getState();
  const action = actionById(id);
  if (isEnabled(action, state)) action.run(state);
};

/** An action as a menu shows it, as things stand now. */
export const menuItem = (id: string): MenuItem => {
  const state = appStore.getState();
  const action = actionById(id);
  return {
    label: labelOf(action, state),
    icon: action.icon,
    keys: action.keys?.[0],
    isDisabled: !isEnabled(action, state),
    run: () => runAction(id),
  };
};
