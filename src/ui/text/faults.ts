import { type FaultKind, processPartsOf } from '#model';
import type { FaultyHandover } from '#state';
import { counted, countedEvents } from './counted.ts';

const kinds: { [kind in FaultKind]: string } = {
  duplicate: 'Deliver twice',
  delay: 'Delay',
  reorder: 'Reorder',
  'lost-acknowledgement': 'Lose the acknowledgement',
  crash: 'Crash the consumer',
  poison: 'Poison',
};

const happened: { [kind in FaultKind]: string } = {
  duplicate: 'delivered, and once more',
  delay: 'delivered late',
  reorder: 'delivered behind another one',
  'lost-acknowledgement': 'delivered, its acknowledgement lost',
  crash: 'delivered, then the consumer crashed',
  poison: 'poisoned on its way',
};

/** Commands that were sent before have their outcome already. */
const answered = ({ sent, known }: NonNullable<FaultyHandover['answers']>): string => {
  const parts = [
    ...(sent > 0 ? [`${counted(sent, 'command', 'commands')} sent`] : []),
    ...(known > 0 ? [`${known} answered by the first outcome`] : []),
  ];
  return parts.length > 0 ? `: ${parts.join(', ')}` : ': nothing sent';
};

/** A scheduled message is named by what it is, at the event that scheduled it. */
const named = ({ position, type }: FaultyHandover): string => {
  const parts = processPartsOf(type);
  return parts?.action === 'scheduled' ? `${position} ${parts.type}, its time come,` : `${position} ${type}`;
};

/** Words of the fault desk. */
export const faultTexts = {
  desk: (name: string) => `Fault desk of ${name}`,
  open: 'Fault desk …',
  description: 'Its documents are emptied, and all events are handed over anew, with these faults.',
  policyDescription:
    'From now on its events, and messages whose time has come, are handed over with these faults. Again hands over once more what was handed over before.',
  policyStopped: ({ position, message }: { position?: number; message: string }) =>
    `Stopped at event ${position}: ${message}. Skipped, it never hears of it.`,
  policyIsDown: 'Crashed behind its first command: it will be handed the event again.',
  met: (count: number, event: string, consumer: string) =>
    `${counted(count, 'fault', 'faults')} on the way of ${event} to ${consumer}`,
  kinds,
  faults: 'Faults',
  seed: 'Seed',
  seedHint: 'The same seed and the same events: the same faults',
  oneIn: 'One fault in so many events',
  withinStreams: 'Also break the order within a stream',
  switchOn: 'Switch on',
  again: 'Again',
  change: 'Begin with these',
  switchOff: 'Switch off',
  isOn: (faults: number, held: number) =>
    `Fault desk on: ${counted(faults, 'fault', 'faults')}${held > 0 ? `, ${countedEvents(held)} held back` : ''}`,
  happened: 'What happened',
  nothingYet: 'No fault yet.',
  handover: (handover: FaultyHandover): string => {
    const { fault, isAgain, answers, partition } = handover;
    const how = fault ? happened[fault] : isAgain ? 'delivered again' : 'delivered';
    const whose = partition === undefined ? '' : `partition ${partition}: `;
    return `${whose}${named(handover)} ${how}${answers ? answered(answers) : ''}`;
  },
  held: (positions: number[]) => `Held back: ${positions.join(', ')}`,
};
