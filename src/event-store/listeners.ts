/** Those who want to hear of something; each is told by itself, so that what one throws does not keep it from the others. */
export type Listeners<News> = { add(listen: (news: News) => void): () => void; tell(news: News): void };

export const createListeners = <News>(): Listeners<News> => {
  const all = new Set<(news: News) => void>();
  return {
    add: (listen) => {
      all.add(listen);
      return () => {
        all.delete(listen);
      };
    },
    tell: (news) => {
      for (const listen of all) queueMicrotask(() => listen(news));
    },
  };
};
