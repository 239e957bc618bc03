import { useEffect, useState } from 'react';
import { sameValue } from '#model';
import { type RecordedEvent, type StoredReading, workspace } from '#state';
import { versionsTexts as texts } from '../text/versions.ts';
import { JsonView } from '../timeline/JsonView.tsx';
import { useApp } from '../useApp.ts';
import styles from './StoredForm.module.css';
import type { EventDefinition } from './steps.ts';

/** The note of an event that code is handed otherwise than it is stored. */
const useUpcastDefinition = ({ type, metadata }: RecordedEvent): EventDefinition | null =>
  useApp(({ board }) => {
    const definitions = Object.values(board.definitions).filter((one): one is EventDefinition => one.kind === 'event');
    const own = definitions.find(({ name }) => name === type);
    const definition = own ?? definitions.find(({ formerNames }) => formerNames?.includes(type));
    return definition?.upcasts?.some(({ to }) => to > metadata.schemaVersion) ? definition : null;
  });

/** How an event of an earlier version is read, beside the stored one that stands above; nothing where that is the same. */
export const StoredForm = ({ event }: { event: RecordedEvent }) => {
  const definition = useUpcastDefinition(event);
  const [known, setKnown] = useState<{ of: RecordedEvent; read: StoredReading } | null>(null);
  useEffect(() => {
    let isGone = false;
    if (definition)
      void workspace.readStored(definition, [event]).then((read) => {
        if (!isGone && read?.[0]) setKnown({ of: event, read: read[0] });
      });
    return () => {
      isGone = true;
    };
  }, [definition, event]);
  if (!definition || known?.of !== event) return null;
  const { events, error } = known.read;
  const stored = event.metadata.schemaVersion;
  if (error !== undefined)
    return (
      <section className={styles.form} data-broken="">
        <h4>{texts.unreadable(stored)}</h4>
        <p>{error}</p>
      </section>
    );
  const [only] = events;
  if (only && events.length === 1) {
    const { type, data, version } = only;
    if (type === event.type && sameValue(data, event.data)) return null;
    return (
      <section className={styles.form}>
        <h4>
          {texts.storedAs(stored, version)}
          {type !== event.type && `, ${type}`}
        </h4>
        <JsonView value={data} />
      </section>
    );
  }
  return (
    <section className={styles.form}>
      <h4>{texts.storedAsOther(stored, events.length)}</h4>
      {events.slice(0, mostShown).map(({ type, data }, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: they have nothing but their order
        <JsonView key={index} value={{ type, data }} />
      ))}
      {events.length > mostShown && <p>{texts.more(events.length - mostShown)}</p>}
    </section>
  );
};

/** Of what one event is read as. */
const mostShown = 20;
