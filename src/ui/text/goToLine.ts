/** Of a button that leads into the code. */
export const goToLine = (line: number): string => `Go to line ${line}`;
