import type { Board } from '#model';
import type { Breakpoint } from '#state';

/** The type of event, or the note as it is named now. */
export const nameOfBreakpoint = ({ on, value }: Breakpoint, { definitions }: Pick<Board, 'definitions'>): string =>
  on === 'type' ? value : (definitions[value]?.name ?? '–');
