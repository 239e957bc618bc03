import { useEffect, useState } from 'react';
import { type Sharing, workspace } from '#state';

/**
 * What sharing answers to a question; null until it has. `key` says what is asked: another question leaves the one
 * before, whose answer is not taken any more.
 */
export const useShared = <Answer>(
  key: string,
  ask: (sharing: Sharing, signal: AbortSignal) => Promise<Answer>,
): Answer | null => {
  const [known, setKnown] = useState<{ key: string; answer: Answer } | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the key says what is asked
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    void workspace
      .sharing()
      .then((sharing) => ask(sharing, signal))
      .then((answer) => signal.aborted || setKnown({ key, answer }));
    return () => leaving.abort();
  }, [key]);
  return known?.key === key ? known.answer : null;
};
