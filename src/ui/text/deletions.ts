/** Texts of deleting a stream, and of the place that this has in the log. */
export const deletionTexts = {
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
  behind: {
    deleted: (stream: string) => `After this, ${stream} was deleted.`,
    'taken-back': (stream: string) => `After this, it was taken back that ${stream} had been deleted.`,
    'deleted-for-good': (stream: string) => `After this, ${stream} was deleted for good.`,
  },
  more: (count: number) => `And ${count.toLocaleString('en')} more of this kind.`,
  beginsAgain: 'The stream had been deleted and begins again here: its state starts anew.',
};
