import styles from './Marked.module.css';

type Piece = { text: string; isMarked: boolean; start: number };

const piecesOf = (text: string, at: readonly number[]): Piece[] => {
  const marked = new Set(at);
  const pieces: Piece[] = [];
  for (let index = 0; index < text.length; index += 1) {
    const isMarked = marked.has(index);
    const last = pieces.at(-1);
    if (last?.isMarked === isMarked) last.text += text[index] ?? '';
    else pieces.push({ text: text[index] ?? '', isMarked, start: index });
  }
  return pieces;
};

/** A text in which some letters stand out. */
export const Marked = ({ text, at }: { text: string; at: readonly number[] }) => (
  <span className={styles.text}>
    {piecesOf(text, at).map(({ text: piece, isMarked, start }) =>
      isMarked ? (
        <mark key={start} className={styles.mark}>
          {piece}
        </mark>
      ) : (
        piece
      ),
    )}
  </span>
);
