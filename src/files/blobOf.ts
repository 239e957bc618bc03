/** Milliseconds after which the screen has its turn. */
const longestTurn = 30;

/** Characters that are handed over to the browser at once, which keeps what is long outside of the page's memory. */
const largestPart = 8_000_000;

/** What is written piece by piece, while the screen goes on. Rejects with an `AbortError` where it is stopped. */
export const blobOf = async (
  pieces: Iterable<string>,
  type: string,
  { signal, onPiece }: { signal: AbortSignal; onPiece: (piece: number) => void },
): Promise<Blob> => {
  const parts: Blob[] = [];
  let waiting: string[] = [];
  let [size, piece, turnStarted] = [0, 0, performance.now()];
  for (const text of pieces) {
    waiting.push(text);
    size += text.length;
    piece += 1;
    if (size > largestPart) {
      parts.push(new Blob(waiting));
      waiting = [];
      size = 0;
    }
    if (performance.now() - turnStarted < longestTurn) continue;
    onPiece(piece);
    await new Promise((resolve) => setTimeout(resolve));
    signal.throwIfAborted();
    turnStarted = performance.now();
  }
  return new Blob([...parts, ...waiting], { type });
};
