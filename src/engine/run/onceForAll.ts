/**
 * Does a work whenever it is asked for; whoever asks while it is done shares the next time with all others who do. Resolves
 * once it has been done for the caller.
 */
export const onceForAll = (work: () => Promise<void>): (() => Promise<void>) => {
  let present: Promise<void> | undefined;
  let next: Promise<void> | undefined;
  const doIt = (): Promise<void> => {
    next = undefined;
    present = work().finally(() => {
      present = undefined;
    });
    return present;
  };
  return () => {
    // Also between the end of one and the start of the next.
    if (next) return next;
    if (!present) return doIt();
    next = present.then(doIt, doIt);
    return next;
  };
};
