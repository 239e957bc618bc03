/** "1 note", "2 notes". */
export const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;
