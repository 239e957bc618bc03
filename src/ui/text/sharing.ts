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
  project: {
    title: 'A project for production',
    sentence:
      'A TypeScript project on Emmett, in memory or on PostgreSQL: your code as it is, its specifications as tests, a small HTTP interface, and the recorded commands.',
    licence:
      'Emmett 0.42.0 states no licence: ask its author before you ship. The README in the project says what else to know.',
    left: 'What does not go along',
    making: 'Packing the project…',
    size: (size: string) => `The zip will have ${size}.`,
    save: 'Save the project…',
  },
  picture: {
    title: 'A picture',
    sentence: 'The wall for slides, a wiki or paper. With the model inside, the picture opens again as a model.',
    format: 'Format',
    theme: 'Theme',
    light: 'Light',
    dark: 'Dark',
    scale: 'Scale',
    part: 'Part',
    wholeWall: 'The whole wall',
    selection: 'The selection',
    withModel: 'With the model inside',
    shown: 'The picture',
    size: (width: number, height: number, size: string) =>
      `${width.toLocaleString('en')} × ${height.toLocaleString('en')} pixels, ${size}.`,
    modelTooLarge: 'The model is too large to travel inside: it is left out.',
    tooLarge: (largest: number | null) =>
      largest === null
        ? 'The wall is too large for a PNG. Take SVG, or select a part of it.'
        : `At this scale the wall is too large for a PNG. It works up to ${largest}×.`,
    save: 'Save the picture…',
    copy: 'Copy as picture',
    print: 'Print…',
  },
} as const;
