/** An intent that makes no sense on this board; the message is a sentence for the screen. */
export class BoardRefusal extends Error {
  override readonly name = 'BoardRefusal';
}

export const refuse = (sentence: string): never => {
  throw new BoardRefusal(sentence);
};
