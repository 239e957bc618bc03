/** The same function, answering the same object for as long as its arguments are the same: for selectors. */
export const rememberLast = <Arguments extends readonly unknown[], Result>(
  compute: (...given: Arguments) => Result,
): ((...given: Arguments) => Result) => {
  let last: { given: Arguments; result: Result } | null = null;
  return (...given) => {
    const before = last?.given;
    if (!last || given.some((value, index) => !Object.is(value, before?.[index]))) {
      last = { given, result: compute(...given) };
    }
    return last.result;
  };
};
