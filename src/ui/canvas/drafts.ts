import type { Point, Size } from '#model';

/** What a gesture under way shows in place of what the board says. */
export type Drafts = { readonly [noteId: string]: { at?: Point; size?: Size } };
