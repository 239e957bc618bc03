import { workspace } from '#state';

/** Where the browser allows it: elsewhere presenting goes on in the window. */
export const enterFullScreen = async (): Promise<void> => {
  try {
    if (!document.fullscreenElement) await document.documentElement.requestFullscreen?.({ navigationUI: 'hide' });
  } catch {
    // Refused, or asked for without a press of the person's.
  }
};

export const leaveFullScreen = async (): Promise<void> => {
  if (document.fullscreenElement) await document.exitFullscreen();
};

/** In full screen the browser takes Esc for itself: whoever leaves by it has stopped presenting. Answers how to stop. */
export const followFullScreen = (onChange: () => void): (() => void) => {
  const follow = (): void => {
    if (!document.fullscreenElement) workspace.present(false);
    onChange();
  };
  document.addEventListener('fullscreenchange', follow);
  return () => document.removeEventListener('fullscreenchange', follow);
};
