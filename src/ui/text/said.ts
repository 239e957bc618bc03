/** The first words of labels, and what they are once it has happened. */
const past: { readonly [verb: string]: string } = {
  Add: 'Added',
  Align: 'Aligned',
  Change: 'Changed',
  Connect: 'Connected',
  Cut: 'Cut',
  Delete: 'Deleted',
  Disconnect: 'Disconnected',
  Distribute: 'Distributed',
  Duplicate: 'Duplicated',
  Insert: 'Inserted',
  Lead: 'Led',
  Lock: 'Locked',
  Make: 'Made',
  Move: 'Moved',
  Mute: 'Muted',
  Paste: 'Pasted',
  Put: 'Put',
  Rename: 'Renamed',
  Resize: 'Resized',
  Take: 'Took',
  Tidy: 'Tidied',
  Turn: 'Turned',
  Unlock: 'Unlocked',
};

/** What is said aloud once an edit is made: its label, told as something that has happened. */
export const saidOf = (label: string): string => {
  const verb = label.split(' ', 1)[0] ?? '';
  return Object.hasOwn(past, verb) ? `${past[verb]}${label.slice(verb.length)}` : `Done: ${label}`;
};
