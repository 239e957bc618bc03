/** What is recorded of a command or an event may stand under its present name, or under any that it had before. */
export const storedNames = ({ name, formerNames = [] }: { name: string; formerNames?: string[] }): string[] => [
  name,
  ...formerNames,
];
