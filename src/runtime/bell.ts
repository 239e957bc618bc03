/** A bell that is rung to wake the one who works, and answered when the work is done. */
export const createBell = () => {
  let ring = createSignal();
  let answer = createSignal();
  return {
    ring: (): void => ring.give(),
    /** Rings from now on count. */
    next: (): Promise<void> => {
      ring = createSignal();
      return ring.given;
    },
    answer: (): void => {
      answer.give();
      answer = createSignal();
    },
    answered: (): Promise<void> => answer.given,
  };
};

const createSignal = () => {
  let give = (): void => undefined;
  const given = new Promise<void>((resolve) => {
    give = resolve;
  });
  return { give, given };
};
