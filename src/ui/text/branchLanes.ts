import { grouped } from './counted.ts';

/** Texts of the branches that are shown one above the other. */
export const branchLanesTexts = {
  title: 'Branches',
  before: (events: number) => `after event ${events}, which all have in common`,
  close: 'Back to the streams',
  open: (run: string) => `Open ${run}`,
  chip: (type: string, position: number, run: string) => `${type}, event ${position} of ${run}`,
  rest: (events: number) => `${grouped(events)} more`,
  goOn: (position: number, run: string) => `Go on at event ${position} of ${run}`,
  parting: (run: string, position: number) =>
    position === 0 ? `${run} parts before the first event` : `${run} parts after event ${position}`,
};
