import { countedEvents, grouped } from './counted.ts';

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
    withBoardHistory: 'With the wall’s history, so that undo goes on',
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
      `That is too long for one message in ${messengers}, where it would be cut or parted. Send it by mail, put it on a page, or send a file.`,
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
    printWhole: 'Print the whole model…',
  },
  replayPage: {
    title: 'A page that replays',
    sentence:
      'One HTML file shows the wall and steps through the history in any browser, offline and without this app. It runs no code; this app opens the model again from it.',
    part: 'Which events',
    first: (count: number) => `The first ${grouped(count)}`,
    last: (count: number) => `The last ${grouped(count)}`,
    making: (done: number, total: number) => `Collecting what happened: ${grouped(done)} of ${grouped(total)} events.`,
    /** `to` is 0 where nothing has happened. */
    made: (size: string, from: number, to: number, total: number) =>
      to - from + 1 === total
        ? `The page will have ${size}, with ${total === 0 ? 'no events yet' : `all ${countedEvents(total)}`}.`
        : `The page will have ${size}. It shows events ${grouped(from)} to ${grouped(to)} of ${grouped(total)}, and no others.`,
    cut: 'More do not fit: what they made of states and documents is too much for one page.',
    withAllEvents: 'The model in it has all of them, for this app.',
    withoutEvents: 'The model in it has no events: with all of them it could not be opened again.',
    save: 'Save the page…',
  },
  written: { save: 'Save…', copy: 'Copy', copied: 'Copied.' },
  document: {
    title: 'A document',
    sentence:
      'Markdown for a wiki or a repository: a diagram, the flows, every message with its fields, and the specifications. In a steady order, so that Git shows small differences.',
    text: 'The document',
  },
  notation: {
    title: 'Other notations',
    sentence:
      'The wall in a language of other tools. emlang and Event Modeling JSON open here again, as a new model; events come back from CloudEvents.',
    notation: 'Notation',
    text: 'In this notation',
    leftOut: 'What it cannot carry',
    names: {
      emlang: 'emlang 1.0 (YAML)',
      'event-modeling': 'Event Modeling specification (JSON)',
      mermaid: 'Mermaid event modeling diagram',
      'cloud-events': 'CloudEvents (recorded events)',
    },
  },
} as const;
