import { useEffect, useState } from 'react';
import { appStore, type StoredKind, type StoreInspection, workspace } from '#state';

/** More records than these are not looked through by eye. */
export const mostRecords = 100;

/** What of the state tells that something was stored. */
const traces = ({ runs, events, commands, markedStreams, readModelStatus }: ReturnType<typeof appStore.getState>) => [
  runs,
  events,
  commands,
  markedStreams,
  readModelStatus,
];

type Inspection = { parts: StoreInspection['parts']; records: StoreInspection['records'] | null };

/** What is stored right now; read again when something came, one read at a time. Records of another kind are none of this one. */
export const useInspection = (kind: StoredKind): Inspection => {
  const [shown, setShown] = useState<{ kind: StoredKind; inspection: StoreInspection } | null>(null);
  useEffect(() => {
    let isOver = false;
    let isReading = false;
    let isBehind = false;
    const read = async (): Promise<void> => {
      isBehind = true;
      if (isReading) return;
      isReading = true;
      while (isBehind && !isOver) {
        isBehind = false;
        const inspection = await workspace.inspectStore({ kind, limit: mostRecords });
        if (!isOver && inspection) setShown({ kind, inspection });
      }
      isReading = false;
    };
    void read();
    const stop = appStore.subscribe((state, before) => {
      const [now, then] = [traces(state), traces(before)];
      if (now.some((trace, index) => trace !== then[index])) void read();
    });
    return () => {
      isOver = true;
      stop();
    };
  }, [kind]);
  return {
    parts: shown?.inspection.parts ?? [],
    records: shown?.kind === kind ? shown.inspection.records : null,
  };
};
