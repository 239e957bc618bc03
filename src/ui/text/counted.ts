/** "1 note", "2 notes". */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** "12,000": for what may be very many. By hand: the browser's own loads its tables of languages, which holds the first sight up. */
export const grouped = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, ',');

export const countedInGroups = (count: number, one: string, many: string): string =>
  `${grouped(count)} ${count === 1 ? one : many}`;

export const countedEvents = (count: number): string => countedInGroups(count, 'event', 'events');
