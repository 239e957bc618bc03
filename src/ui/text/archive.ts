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
  stateOf: {
    'soft-deleted': 'Deleted: this is how it ended. Its next command finds a new stream.',
    tombstoned: 'Deleted for good: this is how it ended. It takes no command any more.',
  },
  lane: (stream: string) => `What can be done with ${stream}`,
  show: (count: number) => `Show archived streams (${count})`,
};
