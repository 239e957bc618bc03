/** Milliseconds that an event stands there at speed 1: long enough to see what it changed. */
const stepMs = 1000;

export type Playing = ReturnType<typeof createPlaying>;

export type PlayingOptions = {
  /** Goes on to the next event; answers whether there is another one behind it. */
  step: () => boolean;
  /** Playing begins: from the start again, where everything has been seen. */
  begin: () => void;
  onChange: (isPlaying: boolean) => void;
};

/** Steps by itself, until the end or until somebody stops it. */
export const createPlaying = ({ step, begin, onChange }: PlayingOptions) => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  let speed = 1;
  const stop = (): void => {
    if (timer === undefined) return;
    clearTimeout(timer);
    timer = undefined;
    onChange(false);
  };
  const stepLater = (): void => {
    timer = setTimeout(() => {
      if (step()) stepLater();
      else stop();
    }, stepMs / speed);
  };
  return {
    stop,
    toggle: (): void => {
      if (timer !== undefined) stop();
      else {
        begin();
        onChange(true);
        stepLater();
      }
    },
    setSpeed: (wanted: number): void => {
      speed = wanted;
      if (timer === undefined) return;
      clearTimeout(timer);
      stepLater();
    },
  };
};
