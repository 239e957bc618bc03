/** The same function, answering the same object for as long as all fields of what it is given are the same. */
export const rememberFields = <Given extends object, Result>(
  compute: (given: Given) => Result,
): ((given: Given) => Result) => {
  let last: { given: Given; result: Result } | null = null;
  return (given) => {
    const before = last?.given;
    const fields = Object.keys(given) as (keyof Given)[];
    if (!last || fields.some((field) => !Object.is(given[field], before?.[field])))
      last = { given, result: compute(given) };
    return last.result;
  };
};

/** The same for several arguments: for selectors. */
export const rememberLast = <Arguments extends readonly unknown[], Result>(
  compute: (...given: Arguments) => Result,
): ((...given: Arguments) => Result) => {
  const remembered = rememberFields((given: Arguments) => compute(...given));
  return (...given) => remembered(given);
};
