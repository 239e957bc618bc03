/** Waits no longer than so many milliseconds: then it rejects with that error, whatever becomes of the work. */
export const inTime = <Result>(work: Promise<Result>, longest: number, endless: Error): Promise<Result> => {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(endless), longest);
  });
  return Promise.race([work, tooLate]).finally(() => clearTimeout(timer));
};
