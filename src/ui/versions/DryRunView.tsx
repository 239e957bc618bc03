import { useEffect, useRef, useState } from 'react';
import { type DryRun, workspace } from '#state';
import { openAgain } from '../again/trying.ts';
import { Button } from '../kit/Button.tsx';
import { againTexts } from '../text/again.ts';
import { versionsTexts as texts } from '../text/versions.ts';
import { useApp } from '../useApp.ts';
import type { EventDefinition } from './steps.ts';
import styles from './Versions.module.css';

type Tried =
  | { kind: 'not-yet' }
  | { kind: 'running' }
  | { kind: 'stopped' }
  | { kind: 'done'; result: DryRun; of: EventDefinition };

/** What the upcasters would do to all that is recorded: asked for, stoppable, and gone once they change. */
export const DryRunView = ({ definition }: { definition: EventDefinition }) => {
  const [tried, setTried] = useState<Tried>({ kind: 'not-yet' });
  const start = async () => {
    setTried({ kind: 'running' });
    const result = await workspace.dryRun(definition.id);
    setTried(result ? { kind: 'done', result, of: definition } : { kind: 'stopped' });
  };
  const isTrue = tried.kind === 'done' && tried.of === definition;
  const section = useRef<HTMLElement>(null);
  // Below many stored events, its answer would come where nobody sees it.
  useEffect(() => {
    if (isTrue) section.current?.scrollIntoView({ block: 'nearest' });
  }, [isTrue]);
  return (
    <section ref={section} className={styles.section}>
      <h3>{texts.dryRun}</h3>
      <p className={styles.quiet}>{texts.dryRunHint}</p>
      {tried.kind === 'running' ? (
        <Button size="small" onClick={workspace.stopLongWork}>
          {texts.stop}
        </Button>
      ) : (
        <Button size="small" onClick={() => void start()}>
          {texts.start}
        </Button>
      )}
      <div role="status" className={styles.result} aria-label={texts.dryRun}>
        {tried.kind === 'running' && texts.running}
        {tried.kind === 'stopped' && texts.stopped}
        {isTrue && <Result result={tried.result} />}
      </div>
    </section>
  );
};

const Result = ({ result: { deciders, readModels, commands, readAs, streamsLeftOut } }: { result: DryRun }) => {
  const definitions = useApp(({ board }) => board.definitions);
  const nameOf = (id: string): string => definitions[id]?.name ?? id;
  const { stoppedBy } = commands;
  return (
    <ul className={styles.results}>
      {deciders.map(({ deciderId, streams, changed, broken }) => (
        <Line
          key={deciderId}
          name={nameOf(deciderId)}
          words={texts.decider(streams, changed.length, broken.length)}
          listed={changed}
          errors={broken.map(({ stream, message }) => texts.breaks(stream, message))}
        />
      ))}
      {readModels.map(({ readModelId, documents, changed, more, error }) => (
        <Line
          key={readModelId}
          name={nameOf(readModelId)}
          words={texts.readModel(documents, changed.length + more)}
          listed={changed}
          errors={error === undefined ? [] : [error]}
        />
      ))}
      <li>
        {texts.commands(commands.decided, commands.differences)}{' '}
        {commands.differences > 0 && (
          <Button size="small" onClick={() => openAgain()}>
            {againTexts.list}
          </Button>
        )}
        {typeof stoppedBy === 'object' && <p className={styles.reason}>{texts.commandsStopped(stoppedBy.message)}</p>}
      </li>
      {readAs.none + readAs.several > 0 && <li>{texts.notAsOne(readAs)}</li>}
      {streamsLeftOut > 0 && <li className={styles.quiet}>{texts.leftOut(streamsLeftOut)}</li>}
    </ul>
  );
};

const mostListed = 8;

type LineProps = { name: string; words: string; listed: string[]; errors: string[] };

const Line = ({ name, words, listed, errors }: LineProps) => (
  <li>
    <strong>{name}</strong> {words}
    {listed.length > 0 && (
      <p className={styles.quiet}>
        {listed.slice(0, mostListed).join(', ')} {listed.length > mostListed && texts.more(listed.length - mostListed)}
      </p>
    )}
    {errors.slice(0, mostListed).map((error) => (
      <p key={error} className={styles.reason}>
        {error}
      </p>
    ))}
  </li>
);
