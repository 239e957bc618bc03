import { useEffect } from 'react';
import { appStore } from '#state';
import { actionForKeys, placeOf } from './actionForKeys.ts';
import { actions } from './registry.ts';

const handleKeys = (event: KeyboardEvent): void => {
  if (event.defaultPrevented || event.isComposing) return;
  const state = appStore.getState();
  const action = actionForKeys(actions, event, placeOf(event.target), state);
  if (!action || action.leavesKeys) return;
  event.preventDefault();
  action.run(state, event);
};

/** Listens for the keys of all actions for as long as the app is on screen. */
export const useActionKeys = (): void =>
  useEffect(() => {
    window.addEventListener('keydown', handleKeys);
    return () => window.removeEventListener('keydown', handleKeys);
  }, []);
