import type { CodeError } from '#engine';

/** Why code was stopped: the loop and its line where it could be found. */
export const describeEndless = ({ place }: CodeError): string =>
  `Stopped after 1.5 s: ${place ? `the loop on line ${place.line} does not end` : 'this looks like an endless loop'}.`;
