/** Texts of the building blocks themselves. */
export const kitTexts = {
  close: 'Close',
  cancel: 'Cancel',
  notANumber: 'This should be a number',
  resize: (part: string) => `Resize: ${part}`,
  brokenPart: (part: string) => `${part} could not be shown`,
  brokenPartAdvice: (reason: string) => `Your work is saved. ${reason}`,
  showAgain: 'Show it again',
} as const;
