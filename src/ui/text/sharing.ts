/** Texts of all the ways in which a model leaves. */
export const sharingTexts = {
  title: 'Share',
  description: 'Nothing leaves this browser but what you save or copy here.',
  ways: 'Ways to share',
  file: {
    title: 'A file',
    sentence:
      'One JSON file holds the notes, the code, the specifications and the events. It opens anywhere, as a new model.',
    withEvents: 'With the recorded events',
    withBoardHistory: 'With the history of the board, so that undo goes on',
    size: (size: string) => `The file will have ${size}.`,
    save: 'Save the file…',
    saveEvents: 'Save the events as JSON Lines…',
  },
} as const;
