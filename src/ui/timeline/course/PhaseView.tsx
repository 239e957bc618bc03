import type { MouseEvent } from 'react';
import type { CommandCourse, CommandRecord, CoursePhase, RecordedEvent, TracedCall } from '#state';
import { Button } from '../../kit/Button.tsx';
import { ConsoleLines } from '../../run/ConsoleLines.tsx';
import { courseTexts as texts } from '../../text/course.ts';
import { readableTime } from '../../text/readableTime.ts';
import { timelineTexts } from '../../text/timeline.ts';
import { reasonOf } from '../reasonOf.ts';
import { Origin } from '../StepFacts.tsx';
import { Broke } from './Broke.tsx';
import styles from './Course.module.css';
import { Changes, TaggedValue, Value } from './Values.tsx';
import { foldPage, goOn, openSkipped } from './walking.ts';

type Of<Kind extends CoursePhase['kind']> = Extract<CoursePhase, { kind: Kind }>;

const Received = ({ record }: { record: CommandRecord }) => (
  <>
    <p className={styles.quiet}>
      {texts.sentTo(record.stream, readableTime(record.receivedAt))}, <Origin command={record} />
    </p>
    <Value label={record.type} value={record.data} />
    {Object.keys(record.metadata).length > 0 && <Value label={texts.metadata} value={record.metadata} />}
  </>
);

/** What the code threw and printed, where it did. */
const Ending = ({ moduleId, call }: { moduleId: string; call: TracedCall }) => (
  <>
    {call.error && <Broke moduleId={moduleId} error={call.error} />}
    {call.cut && <p className={styles.remark}>{texts.cuts[call.cut]}</p>}
    <ConsoleLines lines={call.logs} />
  </>
);

const Messages = ({ label, messages }: { label: string; messages: readonly { type: string; data: unknown }[] }) => (
  <section className={styles.value}>
    <h4>{label}</h4>
    {messages.length === 0 && <code>[]</code>}
    {messages.map(({ type, data }, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the same message may come twice
      <Value key={index} label={type} value={data} />
    ))}
  </section>
);

const Decide = ({ record, phase }: { record: CommandRecord; phase: Of<'decide'> }) => (
  <>
    {phase.isOtherResult && <p className={styles.remark}>{texts.otherResult}</p>}
    <Value label={record.type} value={record.data} />
    <TaggedValue label={texts.state} text={phase.call.input} />
    {phase.call.messages && <Messages label={texts.came} messages={phase.call.messages} />}
    <Ending moduleId={phase.moduleId} call={phase.call} />
  </>
);

const Stored = ({ events }: { events: readonly RecordedEvent[] }) => (
  <ol className={styles.list}>
    {events.map(({ type, metadata }) => (
      <li key={metadata.eventId}>
        {type}{' '}
        <span className={styles.quiet}>
          {texts.appendedAt(metadata.globalPosition, metadata.streamPosition)}
          {typeof metadata.dueAt === 'string' && `, ${texts.due(readableTime(metadata.dueAt))}`}
        </span>
      </li>
    ))}
  </ol>
);

/** An event of which no command is known, as it stands in the log. */
const Recorded = ({ event }: { event: RecordedEvent }) => (
  <>
    <p className={styles.quiet}>
      {texts.recordedIn(event.metadata.streamName, readableTime(event.metadata.recordedAt))}
    </p>
    <Stored events={[event]} />
    <Value label={event.type} value={event.data} />
  </>
);

const Append = ({ record, phase: { events } }: { record: CommandRecord; phase: Of<'append'> }) => {
  if (record.outcome.kind !== 'appended')
    return (
      <>
        <p className={styles.refused}>{reasonOf(record)}</p>
        <p className={styles.quiet}>{texts.nothingStored}</p>
      </>
    );
  if (events.length === 0) return <p className={styles.quiet}>{texts.nothingToAppend}</p>;
  return (
    <>
      <p className={styles.quiet}>{texts.appended(record.stream, record.decidedOnVersion)}</p>
      <Stored events={events} />
    </>
  );
};

/** From one state or document to the next. */
const Step = ({ moduleId, call }: { moduleId: string; call: TracedCall }) => (
  <>
    {call.input !== undefined && call.output !== undefined && <Changes before={call.input} after={call.output} />}
    <TaggedValue label={texts.came} text={call.output} />
    <Ending moduleId={moduleId} call={call} />
  </>
);

/** A translation, with the public events that it makes. */
const Translation = ({ phase: { moduleId, call, event } }: { phase: Of<'react'> }) => {
  const types = call.messages?.map(({ type }) => type) ?? [];
  return (
    <>
      <Value label={event.type} value={event.data} />
      <p className={styles.remark}>{types.length > 0 ? texts.publishes(types) : texts.publishesNothing}</p>
      <Ending moduleId={moduleId} call={call} />
    </>
  );
};

const React = ({ phase: { moduleId, call, event, sent } }: { phase: Of<'react'> }) => (
  <>
    <Value label={event.type} value={event.data} />
    {sent.length === 0 && <p className={styles.quiet}>{texts.sentNothing}</p>}
    {sent.length === 0 && call.messages && call.messages.length > 0 && (
      <p className={styles.remark}>{texts.wouldSend(call.messages.map(({ type }) => type))}</p>
    )}
    {sent.length > 0 && (
      <section className={styles.value}>
        <h4>{texts.sent}</h4>
        <ol className={styles.list}>
          {sent.map(({ commandId, type, outcome }) => (
            <li key={commandId}>
              {type} <span className={styles.quiet}>{timelineTexts.outcomes[outcome.kind]}</span>
            </li>
          ))}
        </ol>
      </section>
    )}
    <Ending moduleId={moduleId} call={call} />
  </>
);

const Onward = ({ phase: { record } }: { phase: Of<'onward'> }) => {
  const { type, data, stream, receivedAt, outcome, origin } = record;
  const words = origin.kind === 'delivery' ? texts.handedTo : texts.sentOn;
  return (
    <>
      <p className={styles.quiet}>
        {words(stream, readableTime(receivedAt))} {timelineTexts.outcomes[outcome.kind]}
      </p>
      <Value label={type} value={data} />
      <p className={styles.ways}>
        <Button size="small" onClick={() => void goOn(record)}>
          {texts.intoType(type)}
        </Button>
      </p>
    </>
  );
};

const wordsOfRead = ({ record, event }: CommandCourse, count: number): string => {
  if (!record) return texts.readUpTo(event.metadata.streamName, count);
  if (count < record.decidedOnVersion) return texts.notThere(record.decidedOnVersion);
  return texts.readOf(record.stream, count, record.decidedOnVersion);
};

/** What a long fold leaves out, and the ways to it from both of its ends. */
const Skipped = ({ events, index }: { events: number; index: number }) => {
  // The button goes away with what it opens: the focus stays in the pane, whose arrows step on.
  const open = (end: 'first' | 'last') => (event: MouseEvent<HTMLElement>) => {
    event.currentTarget.closest<HTMLElement>('[data-action-scope]')?.focus();
    void openSkipped(index, end);
  };
  return (
    <>
      <p className={styles.quiet}>{texts.skippedOf(events)}</p>
      <p className={styles.ways}>
        <Button size="small" onClick={open('first')}>
          {events > foldPage ? texts.openFirst(foldPage) : texts.openAll}
        </Button>
        {events > foldPage && (
          <Button size="small" onClick={open('last')}>
            {texts.openLast(foldPage)}
          </Button>
        )}
      </p>
    </>
  );
};

/** A phase as a whole: what went in and what came out. */
export const PhaseView = ({ course, phase, index }: { course: CommandCourse; phase: CoursePhase; index: number }) => {
  const { record } = course;
  switch (phase.kind) {
    case 'received':
      return record ? <Received record={record} /> : null;
    case 'read':
      return <p>{wordsOfRead(course, phase.events)}</p>;
    case 'skipped':
      return <Skipped events={phase.events} index={index} />;
    case 'initial':
      return <Step moduleId={phase.moduleId} call={phase.call} />;
    case 'evolve':
      return (
        <>
          <Value label={phase.event.type} value={phase.event.data} />
          <Step moduleId={phase.moduleId} call={phase.call} />
        </>
      );
    case 'decide':
      return record ? <Decide record={record} phase={phase} /> : null;
    case 'append':
      return record ? <Append record={record} phase={phase} /> : <Recorded event={course.event} />;
    case 'project':
      return (
        <>
          <p className={styles.quiet}>
            {phase.event.type} → {phase.call.documentId}. {texts[phase.lifecycle]}
          </p>
          <Step moduleId={phase.moduleId} call={phase.call} />
        </>
      );
    case 'react':
      return phase.call.phase === 'translate' ? <Translation phase={phase} /> : <React phase={phase} />;
    case 'onward':
      return <Onward phase={phase} />;
    case 'broken':
      return <Broke moduleId={phase.moduleId} error={phase.error} />;
  }
};
