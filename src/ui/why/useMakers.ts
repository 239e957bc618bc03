import { useMemo } from 'react';
import { makersOf, streamAt } from '#model';
import { historyOf } from '#state';
import { useApp } from '../useApp.ts';

/** The definitions that made the value that is asked after; none before its events are known. */
export const useMakers = (): string[] => {
  const moduleId = useApp(({ why }) => why?.place.subject.moduleId ?? '');
  const changes = useApp(({ why }) => why?.history?.changes);
  const events = useApp((state) => state.events);
  const definitions = useApp(({ board }) => board.definitions);
  return useMemo(() => {
    if (!changes) return [];
    const made = changes.map(({ position, type }) => ({
      type,
      streamName: streamAt(historyOf(events), position) ?? '',
    }));
    return makersOf({ definitions }, moduleId, made);
  }, [changes, events, definitions, moduleId]);
};
