/** More would not be read. */
const mostRemarks = 40;

/** What was guessed and what was left out, a sentence each; what is said again is counted. */
export const createRemarks = () => {
  const counts = new Map<string, number>();
  return {
    add: (sentence: string): void => {
      counts.set(sentence, (counts.get(sentence) ?? 0) + 1);
    },
    all: (): string[] => {
      const sentences = [...counts].map(([sentence, count]) => (count > 1 ? `${sentence} (${count} times)` : sentence));
      const more = sentences.length - mostRemarks;
      return more > 0 ? [...sentences.slice(0, mostRemarks), `There are ${more} more remarks like these.`] : sentences;
    },
  };
};
