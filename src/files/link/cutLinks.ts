/** From which length on a message is refused, parted or cut, as the services document it for one message. */
const longestMessages = [
  { characters: 2_000, service: 'Discord' },
  { characters: 4_000, service: 'Slack' },
  { characters: 4_096, service: 'Telegram' },
  { characters: 28_000, service: 'Microsoft Teams' },
];

/** The messengers that do not carry a link of so many characters whole. */
export const messengersThatCut = (length: number): string[] =>
  longestMessages.filter(({ characters }) => length > characters).map(({ service }) => service);
