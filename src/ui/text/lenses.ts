import type { Lens } from '#model';

/** Words for the lenses: what each is about, and strict mode. */
export const lensTexts = {
  lens: 'Lens',
  lensIs: (name: string) => `Lens: ${name}`,
  look: (name: string) => `Look at the wall as: ${name}`,
  names: {
    'big-picture': 'Big picture',
    process: 'Process',
    design: 'Design',
    'event-modeling': 'Event modeling',
  } satisfies { [L in Lens]: string },
  hints: {
    'big-picture': 'Events in their order, hotspots, who takes part',
    process: 'Adds commands, policies and read models',
    design: 'Adds deciders, fields and code',
    'event-modeling': 'Screens, commands, events and read models in slices along time',
  } satisfies { [L in Lens]: string },
  strict: 'Strict, for lessons',
  strictHint: 'Arrows that the notation does not know are refused',
  strictOn: 'Refuse arrows that the notation does not know',
  strictOff: 'Take any arrow again',
} as const;
