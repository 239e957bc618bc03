/** What is said while somebody presents. */
export const presentTexts = {
  bar: 'Presenting',
  started: 'Presenting: the wall and the timeline alone. Esc stops it.',
  stopped: 'No longer presenting.',
};
