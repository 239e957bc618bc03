export const whyTexts = {
  why: 'Why?',
  whyOf: (value: string) => `Why ${value}?`,
  /** Stands for a value that is not there. */
  nothing: 'nothing',
  watches: 'Watches',
  /** Of an event in the lanes. */
  reason: (event: string) => `${event}, a reason`,
};
