import { useEffect, useState } from 'react';

/** Follows a value that has lasted for a while, so that what is over at once does not flicker on the screen. */
export const useLasting = <Value>(value: Value, milliseconds: number): Value => {
  const [lasting, setLasting] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setLasting(value), milliseconds);
    return () => clearTimeout(timer);
  }, [value, milliseconds]);
  return lasting;
};
