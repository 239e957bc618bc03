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
  link: {
    title: 'A link',
    sentence:
      'The whole model travels in the address, behind a #: browsers send that part to no server. Whoever opens the link sees first what it holds.',
    withEvents: 'With the recorded events',
    make: 'Make the link',
    link: 'The link',
    length: (length: number) => `The link has ${length.toLocaleString('en')} characters.`,
    cut: (messengers: string) =>
      `${messengers} would cut it or split it there. Send it by mail, put it on a page, or send a file.`,
    whole: 'It passes through the usual messengers whole.',
    tooLong: 'This model is too large for a link. Leave the events out, or save a file.',
    copy: 'Copy the link',
    copied: 'Copied.',
  },
} as const;
