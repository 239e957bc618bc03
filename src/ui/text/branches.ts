/** Words of branches as the timeline and its menus show them; those of dialogs are with them. */
export const branchTexts = {
  branchHere: 'Branch here',
  branchHereHint: 'A run of its own from this moment; this one stays as it is',
  branchAndSend: 'Branch here and send',
  whatIf: 'What if …',
  whatIfHint: 'On a branch: leave out, change or add an event, or set the clock',
  pin: 'Pin this moment',
  unpin: 'Unpin this moment',
  pinned: (name: string, position: number) => `Pin ${name}, event ${position}`,
  pins: ({ a, b }: { a?: number; b?: number }) =>
    [...(a === undefined ? [] : [`Pin A at event ${a}`]), ...(b === undefined ? [] : [`Pin B at event ${b}`])].join(
      ', ',
    ),
  adopt: (name: string) => `Adopt ${name}`,
  adoptHint: 'The model goes on with it; the other run stays',
  returnTo: (name: string) => `Return to ${name}`,
  returnHint: (name: string) => `${name} is kept`,
  throwAway: (name: string) => `Throw ${name} away`,
  renameRun: 'Rename this run …',
  showLanes: 'Branches one above the other',
  compare: 'Compare moments, runs or code …',
  ofBranch: (position: number, events: string) => `from event ${position} · ${events}`,
};
