import { useEffect, useMemo, useState } from 'react';
import { findEvents, type Hit, mostHits } from '#model';
import { useApp } from '../useApp.ts';

/** So many events are looked through in one go, so that typing stays quick. */
const piece = 4000;

/** The recorded events that hold a text: those among the first at once, others of a long history as they are found. */
export const useEventHits = (looked: string): Hit[] => {
  const events = useApp((state) => state.events);
  const first = useMemo(() => findEvents(looked, events.slice(0, piece)), [looked, events]);
  const [later, setLater] = useState<{ behind: Hit[]; hits: Hit[] } | null>(null);
  useEffect(() => {
    if (looked.trim() === '') return;
    let isWanted = true;
    const lookOn = async () => {
      let hits = first;
      for (let from = piece; from < events.length && hits.length < mostHits; from += piece) {
        await new Promise((resolve) => setTimeout(resolve));
        if (!isWanted) return;
        const found = findEvents(looked, events.slice(from, from + piece));
        if (found.length === 0) continue;
        hits = [...hits, ...found].slice(0, mostHits);
        setLater({ behind: first, hits });
      }
    };
    void lookOn();
    return () => {
      isWanted = false;
    };
  }, [looked, events, first]);
  return later?.behind === first ? later.hits : first;
};
