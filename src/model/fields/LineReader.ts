/** A mark in a line of fields that is not as it should be; `message` is a sentence, `at` counts characters from 0. */
export class LineProblem extends Error {
  override readonly name = 'LineProblem';
  readonly at: number;
  constructor(message: string, at: number) {
    super(message);
    this.at = at;
  }
}

/** Reads a line from left to right, passing over blanks between its marks. */
export class LineReader {
  readonly #text: string;
  #at = 0;

  constructor(text: string) {
    this.#text = text;
    this.#passBlanks();
  }

  get isAtEnd(): boolean {
    return this.#at >= this.#text.length;
  }

  /** Takes the mark where it comes next. */
  takes(mark: string): boolean {
    if (!this.#text.startsWith(mark, this.#at)) return false;
    this.#at += mark.length;
    this.#passBlanks();
    return true;
  }

  needs(mark: string, sentence: string): void {
    if (!this.takes(mark)) this.fail(sentence);
  }

  /** A word, or any text in single quotes with `\` before a quote or another `\`. `null` where neither comes next. */
  word(): { text: string; isQuoted: boolean } | null {
    const quoted = this.#match(/'((?:[^'\\]|\\.)*)'/uy);
    if (quoted) return { text: quoted.replace(/\\(.)/gu, '$1'), isQuoted: true };
    const bare = this.#match(/([\p{L}\p{N}_$][\p{L}\p{N}_$-]*)/uy);
    return bare === null ? null : { text: bare, isQuoted: false };
  }

  /** What stands before the next comma or closing bracket that does not belong to brackets or quotes in between. */
  untilComma(): string {
    const start = this.#at;
    let depth = 0;
    for (; this.#at < this.#text.length; this.#at += 1) {
      const sign = this.#text[this.#at] ?? '';
      if (sign === '"') this.#passString();
      else if ('[{('.includes(sign)) depth += 1;
      else if (depth === 0 && ',]})'.includes(sign)) break;
      else if (']})'.includes(sign)) depth -= 1;
    }
    const taken = this.#text.slice(start, this.#at).trim();
    this.#passBlanks();
    return taken;
  }

  fail(sentence: string): never {
    throw new LineProblem(sentence, this.#at);
  }

  #passString(): void {
    for (this.#at += 1; this.#at < this.#text.length && this.#text[this.#at] !== '"'; this.#at += 1)
      if (this.#text[this.#at] === '\\') this.#at += 1;
  }

  #passBlanks(): void {
    while (/\s/u.test(this.#text[this.#at] ?? '')) this.#at += 1;
  }

  #match(pattern: RegExp): string | null {
    pattern.lastIndex = this.#at;
    const found = pattern.exec(this.#text);
    if (!found) return null;
    this.#at = pattern.lastIndex;
    this.#passBlanks();
    return found[1] ?? '';
  }
}
