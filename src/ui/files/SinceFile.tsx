import { useRef } from 'react';
import { visibleText } from '#model';
import type { SinceFile as Since } from '#state';
import { useShared } from '../sharing/useShared.ts';
import { openingFilesTexts as texts } from '../text/openingFiles.ts';
import { wallHistoryTexts } from '../text/wallHistory.ts';
import { useApp } from '../useApp.ts';
import styles from './SinceFile.module.css';
import { useSeen } from './useSeen.ts';

/** More of them are counted, not named. */
const mostNamed = 30;

const useSinceFile = (modelId: string): Since | null =>
  useShared(modelId, ({ changesSinceFile }) => changesSinceFile(modelId));

/** One line of a model in a list. */
export const SinceFileLine = ({ modelId }: { modelId: string }) => {
  const line = useRef<HTMLSpanElement>(null);
  const isSeen = useSeen(line);
  return <span ref={line}>{isSeen && <SinceWords modelId={modelId} />}</span>;
};

const SinceWords = ({ modelId }: { modelId: string }) => {
  const since = useSinceFile(modelId);
  return since && texts.sinceFile(since);
};

/** What has changed in the open model since it was saved to a file, thing by thing. */
export const SinceFile = () => {
  const modelId = useApp((state) => state.modelId);
  const since = useSinceFile(modelId);
  if (!since) return null;
  const { differences } = since;
  return (
    <section className={styles.since}>
      <p>{texts.sinceFileAt(since)}</p>
      {differences.length > 0 && (
        <details>
          <summary>{texts.whatChanged}</summary>
          <ul>
            {differences.slice(0, mostNamed).map((difference) => (
              <li key={`${difference.what} ${difference.id}`}>
                {visibleText(wallHistoryTexts.difference(difference))}
              </li>
            ))}
            {differences.length > mostNamed && <li>{texts.more(differences.length - mostNamed)}</li>}
          </ul>
        </details>
      )}
    </section>
  );
};
