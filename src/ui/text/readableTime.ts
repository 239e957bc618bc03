/** "2026-03-02 10:15:30": a recorded time as people read and type it. */
export const readableTime = (iso: string): string => iso.replace('T', ' ').replace(/(\.000)?Z$/, '');
