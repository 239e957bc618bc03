import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { appStore } from '#state';
import { recall, remember } from '../kit/remembered.ts';
import { useApp } from '../useApp.ts';

/** Whether the map of the wall is wanted: at the desk, and in front of people, where the wall is to have the screen. */
type Choice = { readonly desk: boolean; readonly stage: boolean };

const keys: { [Place in keyof Choice]: string } = { desk: 'map', stage: 'mapWhilePresenting' };

const choice = createStore<Choice>(() => ({
  desk: recall(keys.desk) === 'open',
  stage: recall(keys.stage) === 'open',
}));

const placeNow = (): keyof Choice => (appStore.getState().isPresenting ? 'stage' : 'desk');

export const useMinimap = (): boolean => {
  const isPresenting = useApp((state) => state.isPresenting);
  return useStore(choice, ({ desk, stage }) => (isPresenting ? stage : desk));
};

export const toggleMinimap = (): void => {
  const place = placeNow();
  const isOn = !choice.getState()[place];
  choice.setState({ [place]: isOn });
  remember(keys[place], isOn ? 'open' : 'closed');
};
