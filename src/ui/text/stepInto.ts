/** Names of the actions of stepping into a command. */
export const stepIntoTexts = {
  into: 'Step into',
  intoThis: 'Step into this command',
  intoEvent: 'Step into this event',
  next: 'Next statement',
  previous: 'Previous statement',
  over: 'Step over',
  overBack: 'Step over, backwards',
  first: 'First phase',
  last: 'Last step',
  leave: 'Leave the command',
  leaveEvent: 'Leave the event',
  previousAnywhere: 'Previous statement, from anywhere',
  overAnywhere: 'Step over, from anywhere',
};
