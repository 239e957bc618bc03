import { counted } from './counted.ts';

/** What arranging says once it is done: the labels of its undo steps. */
export const arrangingText = {
  aligned: {
    left: 'Align left edges',
    centre: 'Align centres',
    right: 'Align right edges',
    top: 'Align top edges',
    middle: 'Align middles',
    bottom: 'Align bottom edges',
  },
  distributed: { x: 'Distribute horizontally', y: 'Distribute vertically' },
  grouped: (count: number) => `Put ${counted(count, 'note', 'notes')} into a frame`,
  roomMade: { x: 'Make room to the right', y: 'Make room below' },
  roomTaken: { x: 'Take room away at the left', y: 'Take room away above' },
  group: 'Group into a frame',
  tidied: (count: number | null) => (count === null ? 'Tidy the wall' : `Tidy ${counted(count, 'note', 'notes')}`),
  tidy: 'Tidy along time',
  arrange: 'Arrange',
};
