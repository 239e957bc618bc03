/** The field in which the number of an event can be typed. */
export const positionFieldId = 'timeline-position';

export const focusPosition = (): void => document.getElementById(positionFieldId)?.focus();
