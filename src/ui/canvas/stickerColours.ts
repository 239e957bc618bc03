import type { CSSProperties } from 'react';
import type { NoteKind } from '#model';

/** Custom properties with the colours of a kind's sticker and of its rim. */
export const stickerColours = (kind: NoteKind): CSSProperties =>
  ({ '--sticker': `var(--note-${kind})`, '--rim': `var(--note-${kind}-edge)` }) as CSSProperties;
