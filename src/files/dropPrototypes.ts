/** Deletes every field named `__proto__`, in place, and answers whether there were any. The value is not nested deeply. */
export const dropPrototypes = (value: unknown): boolean => {
  if (typeof value !== 'object' || value === null) return false;
  const hadOne = Object.hasOwn(value, '__proto__') && Reflect.deleteProperty(value, '__proto__');
  return Object.values(value).reduce((found: boolean, inside) => dropPrototypes(inside) || found, hadOne);
};
