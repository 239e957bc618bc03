/** Texts of streams that are put away. */
export const archiveTexts = {
  archive: (stream: string) => `Archive ${stream}`,
  takeBack: (stream: string) => `Take ${stream} back from the archive`,
  archived: (stream: string) => `${stream}, archived`,
  delete: (stream: string) => `Delete ${stream} (it may begin again)…`,
  bury: (stream: string) => `Delete ${stream} for good (tombstone)…`,
  undelete: (stream: string) => `Take back that ${stream} was deleted`,
  deleted: (stream: string) => `${stream}, deleted`,
  buried: (stream: string) => `${stream}, deleted for good`,
  asks: {
    soft: {
      title: (stream: string) => `Delete ${stream}?`,
      means:
        'Its next command finds a new stream: the state begins anew, and versions count on. Its events stay in the log, ' +
        'and read models keep what they made of them. It can be taken back until the stream begins again.',
      does: 'Delete the stream',
    },
    tombstone: {
      title: (stream: string) => `Delete ${stream} for good?`,
      means:
        'It takes no command any more, and its name is never used again. Its events stay in the log, and read models ' +
        'keep what they made of them. This cannot be taken back.',
      does: 'Delete for good',
    },
  },
  stateOf: {
    'soft-deleted': 'Deleted: this is how it ended. Its next command finds a new stream.',
    tombstoned: 'Deleted for good: this is how it ended. It takes no command any more.',
  },
  beginsAgain: 'The stream had been deleted and begins again here: its state starts anew.',
  lane: (stream: string) => `What can be done with ${stream}`,
  show: (count: number) => `Show archived streams (${count})`,
};
