import type { CodeError } from '#engine';

/** Why code was stopped: the loop and its line where it could be found. */
export const describeEndless = ({ place, waitedMs = 1500 }: CodeError): string =>
  `Stopped after ${waitedMs / 1000} s: ${place ? `the loop on line ${place.line} does not end` : 'this looks like an endless loop'}.`;
