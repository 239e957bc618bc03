/** Names of panes that are there once they are asked for; their other words come with them. */
export const dockTabTexts = {
  trace: 'Trace',
  openTrace: 'Trace its causes and consequences',
};
