/** Words around what the coach says; what it says is the rules' own. */
export const adviceTexts = {
  coach: 'What the coach says',
  warnings: 'On the wall',
  advice: 'More advice',
  mute: 'Not for this note',
  muteMessage: (message: string) => `Not for this note: ${message}`,
  muteAt: (name: string) => `Mute advice for ${name}`,
  hearAt: (name: string) => `Hear advice for ${name} again`,
  muted: 'Muted advice',
  hearAgain: 'Hear it again',
  showAll: (count: number) => `Show all ${count}`,
};
