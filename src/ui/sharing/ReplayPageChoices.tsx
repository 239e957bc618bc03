import { useEffect, useState } from 'react';
import { mostReplayed, type ReplayedPart, type ReplayPage, workspace } from '#state';
import { formatBytes } from '../files/formatBytes.ts';
import { Button } from '../kit/Button.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { sharingTexts } from '../text/sharing.ts';
import { useApp } from '../useApp.ts';
import styles from './ShareDialog.module.css';

const texts = sharingTexts.replayPage;

type Making =
  | { kind: 'making'; done: number; total: number }
  | { kind: 'made'; page: ReplayPage }
  | { kind: 'failed'; message: string };

/** Makes the page while one looks, so that its size is known before it is saved; stops where nobody looks any more. */
const useReplayPage = (part: ReplayedPart): Making => {
  const [making, setMaking] = useState<Making>({ kind: 'making', done: 0, total: 0 });
  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const say = (next: Making): void => {
      if (!signal.aborted) setMaking(next);
    };
    setMaking({ kind: 'making', done: 0, total: 0 });
    workspace
      .sharing()
      .then(({ makeReplayPage }) =>
        makeReplayPage({ part, signal, onProgress: (done, total) => say({ kind: 'making', done, total }) }),
      )
      .then(
        (page) => say({ kind: 'made', page }),
        (error: unknown) => say({ kind: 'failed', message: error instanceof Error ? error.message : String(error) }),
      );
    return () => leaving.abort();
  }, [part]);
  return making;
};

const wordsOf = (making: Making): string => {
  switch (making.kind) {
    case 'making':
      return making.total === 0 ? '' : texts.making(making.done, making.total);
    case 'failed':
      return making.message;
    case 'made': {
      const { page, from, to, total, isCut, hasEvents } = making.page;
      return [
        texts.made(formatBytes(page.size), from, to, total),
        ...(isCut ? [texts.cut] : []),
        ...(hasEvents ? [] : [texts.withoutEvents]),
        ...(hasEvents && to - from + 1 < total ? [texts.withAllEvents] : []),
      ].join(' ');
    }
  }
};

/** A page that shows the history without the app: of a long one the beginning or the end. */
export const ReplayPageChoices = ({ onDone }: { onDone: () => void }) => {
  const [part, setPart] = useState<ReplayedPart>('first');
  const isLong = useApp(({ events }) => events.length > mostReplayed);
  const making = useReplayPage(part);
  return (
    <>
      {isLong && (
        <Segmented<ReplayedPart>
          label={texts.part}
          value={part}
          onChange={setPart}
          segments={[
            { value: 'first', label: texts.first(mostReplayed) },
            { value: 'last', label: texts.last(mostReplayed) },
          ]}
        />
      )}
      <p className={styles.size} role="status">
        {wordsOf(making)}
      </p>
      <div className={styles.buttons}>
        <Button
          variant="primary"
          disabled={making.kind !== 'made'}
          onClick={() => {
            onDone();
            if (making.kind === 'made')
              void workspace.sharing().then(({ saveReplayPage }) => saveReplayPage(making.page));
          }}
        >
          {texts.save}
        </Button>
      </div>
    </>
  );
};
