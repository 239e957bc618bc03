import { useEffect, useState } from 'react';
import { type SinceFile as Since, workspace } from '#state';
import { openingFilesTexts as texts } from '../text/openingFiles.ts';
import { wallHistoryTexts } from '../text/wallHistory.ts';
import { useApp } from '../useApp.ts';
import styles from './SinceFile.module.css';

/** More of them are counted, not named. */
const mostNamed = 30;

const useSinceFile = (modelId: string): Since | null => {
  const [since, setSince] = useState<Since | null>(null);
  useEffect(() => {
    let isGone = false;
    void workspace
      .sharing()
      .then(({ changesSinceFile }) => changesSinceFile(modelId))
      .then((known) => isGone || setSince(known));
    return () => {
      isGone = true;
    };
  }, [modelId]);
  return since;
};

/** One line of a model in a list. */
export const SinceFileLine = ({ modelId }: { modelId: string }) => {
  const since = useSinceFile(modelId);
  return since && <span>{texts.sinceFile(since)}</span>;
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
              <li key={`${difference.what} ${difference.id}`}>{wallHistoryTexts.difference(difference)}</li>
            ))}
            {differences.length > mostNamed && <li>{texts.more(differences.length - mostNamed)}</li>}
          </ul>
        </details>
      )}
    </section>
  );
};
