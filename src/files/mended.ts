/** A file in which something was mended, and what. */
export type Mended<File> = { file: File; remark?: string | undefined };

/** "1 note", "3 notes". */
export const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? '' : 's'}`;
