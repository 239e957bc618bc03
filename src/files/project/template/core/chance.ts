/** Marsaglia's xorshift with 32 bits of state. */
const generator = (seed: number): (() => number) => {
  let state = seed === 0 ? 1 : seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 0x1_0000_0000;
  };
};

const seedOf = (text: string): number => {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash;
};

const seededUuid = (random: () => number): string => {
  const part = (): string =>
    Math.floor(random() * 65536)
      .toString(16)
      .padStart(4, '0');
  return `${part()}${part()}-${part()}-4${part().slice(1)}-a${part().slice(1)}-${part()}${part()}${part()}`;
};

const dateAt = (now: number): DateConstructor =>
  new Proxy(Date, {
    construct: (target, parameters) => Reflect.construct(target, parameters.length === 0 ? [now] : parameters),
    apply: (target) => new target(now).toString(),
    get: (target, name) => (name === 'now' ? () => now : Reflect.get(target, name)),
  });

const cryptoFrom = (random: () => number) => ({
  randomUUID: () => seededUuid(random),
  getRandomValues: (array: { length: number; [index: number]: number }) => {
    for (let index = 0; index < array.length; index += 1) array[index] = random() * 4294967296;
    return array;
  },
});

/**
 * Runs code that asks for the time, for chance or for new ids: it is told those of its command, so that the same command
 * gives the same events. It is synchronous, so nobody else meets these.
 */
export const withChance = <Result>(now: number, seed: string, run: () => Result): Result => {
  const random = generator(seedOf(seed));
  const real = { Date: globalThis.Date, random: Math.random };
  const crypto = Object.getOwnPropertyDescriptor(globalThis, 'crypto');
  globalThis.Date = dateAt(now);
  Math.random = random;
  Object.defineProperty(globalThis, 'crypto', { value: cryptoFrom(random), configurable: true });
  try {
    return run();
  } finally {
    globalThis.Date = real.Date;
    Math.random = real.random;
    if (crypto) Object.defineProperty(globalThis, 'crypto', crypto);
  }
};
