import { useEffect, useState } from 'react';
import { type Workers, workerCounts } from '#model';
import { type DocumentSources, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { workerTexts as texts } from '../text/workers.ts';
import { useApp } from '../useApp.ts';
import styles from './Workers.module.css';

const one: Workers = { count: 1, by: 'stream', killed: [] };

/** From how many streams its documents come, once that is known. */
const useSources = (readModelId: string): DocumentSources | null => {
  const [sources, setSources] = useState<DocumentSources | null>(null);
  useEffect(() => {
    let isShown = true;
    void workspace.documentSources(readModelId).then((found) => isShown && setSources(found));
    return () => {
      isShown = false;
    };
  }, [readModelId]);
  return sources;
};

/** What comes twice when the work is shared out anew. */
const Again = ({ readModelId }: { readModelId: string }) => {
  const partitions = useApp(({ readModelStatus }) => readModelStatus[readModelId]?.partitions);
  const places = partitions?.map(({ checkpoint }) => checkpoint) ?? [];
  if (places.length === 0) return null;
  const from = Math.min(...places);
  return <p className={styles.hint}>{from < Math.max(...places) ? texts.again(from) : texts.noneTwice}</p>;
};

type WorkersDialogProps = { consumerId: string; name: string; onClose: () => void };

/** How many workers an asynchronous read model has, and by what its work is shared out among them. */
export const WorkersDialog = ({ consumerId: readModelId, name, onClose }: WorkersDialogProps) => {
  const present = useApp(({ readModelStatus }) => readModelStatus[readModelId]?.lifeCycle?.workers) ?? one;
  const [count, setCount] = useState(present.count);
  const [by, setBy] = useState(present.by);
  const sources = useSources(readModelId);
  const shareOut = (): void => {
    workspace.controlReadModel(readModelId, { kind: 'share-out', count, by });
    onClose();
  };
  return (
    <Dialog
      title={texts.title(name)}
      description={texts.description}
      onClose={onClose}
      footer={
        <Button variant="primary" onClick={shareOut}>
          {texts.shareOut}
        </Button>
      }
    >
      <div className={styles.plan}>
        <Segmented
          label={texts.count}
          value={String(count)}
          onChange={(chosen) => setCount(workerCounts.find((known) => String(known) === chosen) ?? 1)}
          segments={workerCounts.map((known) => ({ value: String(known), label: texts.counts(known) }))}
        />
        {count > 1 && (
          <>
            <Segmented
              label={texts.by}
              value={by}
              onChange={setBy}
              segments={[
                { value: 'stream', label: texts.ways.stream },
                { value: 'document', label: texts.ways.document },
              ]}
            />
            <p className={styles.hint}>{texts.wayHint[by]}</p>
            {sources && (
              <p className={styles.hint} role="status">
                {texts.sources(sources)}
              </p>
            )}
          </>
        )}
        <Again readModelId={readModelId} />
      </div>
    </Dialog>
  );
};
