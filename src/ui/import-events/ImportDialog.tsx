import { useState } from 'react';
import { type EventImport, type ImportChoice, workspace } from '#state';
import { formatBytes } from '../files/formatBytes.ts';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { importTexts as texts } from '../text/importing.ts';
import { useApp } from '../useApp.ts';
import { Destination } from './Destination.tsx';
import { FoundTables } from './FoundTables.tsx';
import styles from './ImportDialog.module.css';
import { MappingFields } from './MappingFields.tsx';
import { Remarks } from './Remarks.tsx';
import { SampleTable } from './SampleTable.tsx';

const time = new Intl.DateTimeFormat('en', { dateStyle: 'medium', timeStyle: 'short', timeZone: 'UTC' });

const inWords = (iso: string): string => time.format(new Date(iso));

/** What comes of the mapping, in a line that is read out when it changes. */
const Found = ({ summary, isReading, failure }: EventImport) => (
  <p role="status" className={styles.found} data-reading={isReading || undefined}>
    {failure ??
      (summary
        ? `${texts.found(summary.events, summary.types.length, summary.streams)}, ${
            summary.from && summary.to ? texts.between(inWords(summary.from), inWords(summary.to)) : texts.noTimes
          }`
        : texts.reading)}
  </p>
);

const Progress = ({ done, of }: { done: number; of: number }) => {
  const words = of === 0 ? texts.preparing : texts.storing(done, of);
  return (
    <div className={styles.progress}>
      <progress aria-label={words} max={of || 1} {...(of === 0 ? {} : { value: done })} />
      <span>{words}</span>
    </div>
  );
};

const Look = ({ shown }: { shown: EventImport }) => {
  const { facts, summary, from } = shown;
  return (
    <>
      <p className={styles.facts}>
        {texts.formats[facts.format]}, {formatBytes(facts.size)}
        {from && texts.from(from)}
      </p>
      <Found {...shown} />
      <MappingFields facts={facts} mapping={shown.mapping} />
      {summary && (
        <>
          <Remarks summary={summary} facts={facts} />
          <SampleTable events={summary.sample} />
          <FoundTables summary={summary} />
        </>
      )}
    </>
  );
};

/** Recorded events of a file: what was found, how it is read, and where it goes, before anything is stored. */
export const ImportDialog = ({ shown }: { shown: EventImport }) => {
  const hasModel = useApp(({ modelId }) => modelId !== '');
  const [choice, setChoice] = useState<ImportChoice>({ into: 'new-model', withNotes: true, withDeciders: true });
  const { facts, summary, progress, isReading, failure } = shown;
  const events = summary?.events ?? 0;
  return (
    <Dialog
      title={texts.title(facts.fileName)}
      description={texts.description}
      width="wide"
      onClose={() => workspace.closeImport()}
      footer={
        <>
          <Button onClick={() => workspace.closeImport()}>{progress ? texts.stop : texts.cancel}</Button>
          {/* The first time that it can be pressed it takes the focus, as in other dialogs. */}
          {!progress && (
            <Button
              key={summary ? 'ready' : 'waiting'}
              variant="primary"
              autoFocus
              disabled={isReading || failure !== null || events === 0}
              onClick={() => void workspace.importEvents(choice)}
            >
              {texts.import(events)}
            </Button>
          )}
        </>
      }
    >
      {progress ? (
        <Progress {...progress} />
      ) : (
        <>
          <Look shown={shown} />
          <Destination choice={choice} onChange={setChoice} hasModel={hasModel} />
        </>
      )}
    </Dialog>
  );
};
