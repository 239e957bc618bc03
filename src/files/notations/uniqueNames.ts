/** Names that are given once each: `Cart`, `Cart 2`, … */
export const uniqueNames = (): ((wanted: string, separator?: string) => string) => {
  const taken = new Set<string>();
  const numbers = new Map<string, number>();
  return (wanted, separator = ' ') => {
    let name = wanted;
    let number = numbers.get(wanted) ?? 1;
    while (taken.has(name)) {
      number += 1;
      name = `${wanted}${separator}${number}`;
    }
    numbers.set(wanted, number);
    taken.add(name);
    return name;
  };
};
