import type { NoteKind } from '#model';

/** What an arrow of the notation means, by the kinds of its ends. */
const meanings: { readonly [ends: string]: string } = {
  'actor command': 'Who gives the command.',
  'screen command': 'Where the command is given.',
  'command decider': 'Who decides about the command.',
  'command system': 'The command goes to another system.',
  'command event': 'What the command leads to; who decides is left open.',
  'decider event': 'What the decider records.',
  'system event': 'What the system reports.',
  'event policy': 'What the policy reacts to.',
  'policy command': 'What the policy has done.',
  'event read-model': 'What the read model follows.',
  'read-model actor': 'What is read before the next command.',
  'read-model screen': 'What the screen shows.',
  'read-model policy': 'What the policy works through.',
};

export const arrowTexts = {
  ends: 'From and to',
  /** Empty where the notation has no words for it: then the coach has. */
  meaning: (from: NoteKind, to: NoteKind): string =>
    from === 'hotspot' || to === 'hotspot' ? 'A question about it.' : (meanings[`${from} ${to}`] ?? ''),
  from: 'From',
  to: 'To',
  goTo: (end: string, name: string) => `${end}: ${name}`,
} as const;
