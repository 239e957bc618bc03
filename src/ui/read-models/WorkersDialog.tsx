import { type ReactNode, useEffect, useState } from 'react';
import { isProcessCode, type Workers, workerCounts } from '#model';
import { type DocumentSources, type PartitionStatus, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { workerTexts as texts } from '../text/workers.ts';
import { useApp } from '../useApp.ts';
import { isPolicy } from './consumerAtHand.ts';
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
const Again = ({ partitions = [], texts: { again, noneTwice } }: AgainProps) => {
  const places = partitions.map(({ checkpoint }) => checkpoint);
  if (places.length === 0) return null;
  const from = Math.min(...places);
  return <p className={styles.hint}>{from < Math.max(...places) ? again(from) : noneTwice}</p>;
};

type AgainProps = {
  partitions: PartitionStatus[] | undefined;
  texts: { again: (from: number) => string; noneTwice: string };
};

type CountProps = { count: Workers['count']; onChange: (count: Workers['count']) => void };

const Count = ({ count, onChange }: CountProps) => (
  <Segmented
    label={texts.count}
    value={String(count)}
    onChange={(chosen) => onChange(workerCounts.find((known) => String(known) === chosen) ?? 1)}
    segments={workerCounts.map((known) => ({ value: String(known), label: texts.counts(known) }))}
  />
);

type WorkersDialogProps = { consumerId: string; name: string; onClose: () => void };

type FrameProps = Omit<WorkersDialogProps, 'consumerId'> & { shareOut: () => void; children: ReactNode };

const Frame = ({ name, shareOut, onClose, children }: FrameProps) => (
  <Dialog
    title={texts.title(name)}
    description={texts.description}
    onClose={onClose}
    footer={
      <Button
        variant="primary"
        onClick={() => {
          shareOut();
          onClose();
        }}
      >
        {texts.shareOut}
      </Button>
    }
  >
    <div className={styles.plan}>{children}</div>
  </Dialog>
);

const OfReadModel = ({ consumerId: readModelId, name, onClose }: WorkersDialogProps) => {
  const status = useApp(({ readModelStatus }) => readModelStatus[readModelId]);
  const present = status?.lifeCycle?.workers ?? one;
  const [count, setCount] = useState(present.count);
  const [by, setBy] = useState<'stream' | 'document'>(present.by === 'document' ? 'document' : 'stream');
  const sources = useSources(readModelId);
  const shareOut = (): void => workspace.controlReadModel(readModelId, { kind: 'share-out', count, by });
  return (
    <Frame name={name} shareOut={shareOut} onClose={onClose}>
      <Count count={count} onChange={setCount} />
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
      <Again partitions={status?.partitions} texts={texts} />
      {status?.faults && <p className={styles.hint}>{texts.withFaults}</p>}
    </Frame>
  );
};

/** By what its work is shared out is no choice: by the stream, or by the workflow of a process manager. */
const OfPolicy = ({ consumerId: policyId, name, onClose }: WorkersDialogProps) => {
  const status = useApp(({ policyStatus }) => policyStatus[policyId]);
  const isProcess = useApp(({ board }) => {
    const policy = board.definitions[policyId];
    return policy?.kind === 'policy' && isProcessCode(policy.code);
  });
  const [count, setCount] = useState(status?.workers?.count ?? 1);
  const shareOut = (): void => workspace.controlPolicy(policyId, { kind: 'share-out', count });
  return (
    <Frame name={name} shareOut={shareOut} onClose={onClose}>
      <Count count={count} onChange={setCount} />
      {count > 1 && <p className={styles.hint}>{isProcess ? texts.wayHint.workflow : texts.policyByStream}</p>}
      <Again partitions={status?.partitions} texts={{ ...texts, again: texts.policyAgain }} />
      {status?.faults && <p className={styles.hint}>{texts.withFaults}</p>}
    </Frame>
  );
};

/** How many workers an asynchronous read model or a policy has, and by what its work is shared out among them. */
export const WorkersDialog = (props: WorkersDialogProps) => {
  const isForPolicy = useApp((state) => isPolicy(state, props.consumerId));
  return isForPolicy ? <OfPolicy {...props} /> : <OfReadModel {...props} />;
};
