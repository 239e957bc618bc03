import { type AppState, type Pace, type Scale, type Speed, scales, type Theme } from './AppState.ts';

/** What a person set once and expects to find again; kept beside the models, never in them. */
export type Preferences = {
  theme: Theme;
  scale: Scale;
  pace: Pace;
  speed: Speed;
  isDockOpen: boolean;
  hintsDone: boolean;
  lastModelId: string | null;
};

const key = 'replayground/preferences';

const defaults: Preferences = {
  theme: 'system',
  scale: 1,
  pace: 'instant',
  speed: 1,
  isDockOpen: true,
  hintsDone: false,
  lastModelId: null,
};

/** Where storage is refused (a private window, a policy) the defaults hold for this visit. */
export const readPreferences = (): Preferences => {
  try {
    return { ...defaults, ...JSON.parse(localStorage.getItem(key) ?? '{}') };
  } catch {
    return defaults;
  }
};

export const keepPreferences = (changed: Partial<Preferences>): void => {
  try {
    localStorage.setItem(key, JSON.stringify({ ...readPreferences(), ...changed }));
  } catch {
    // Nothing is lost but the wish: the next visit starts with the defaults.
  }
};

export const preferredState = (): Pick<AppState, 'theme' | 'scale' | 'pace' | 'speed' | 'isDockOpen'> => {
  const { theme, scale, pace, speed, isDockOpen } = readPreferences();
  return { theme, scale: scales.find((known) => known === scale) ?? 1, pace, speed, isDockOpen };
};
