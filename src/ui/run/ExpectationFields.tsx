import { useState } from 'react';
import { appStore, type Expectation } from '#state';
import { NumberField } from '../kit/NumberField.tsx';
import { Select } from '../kit/Select.tsx';
import { runTexts } from '../text/run.ts';
import { useApp } from '../useApp.ts';
import styles from './CommandForm.module.css';
import { versionOf } from './commandData.ts';

/** On which version a command shall be decided, as the form offers it. */
export type Choice = 'latest' | 'as-seen' | 'no-stream' | 'any' | 'number';

/** `seen` is the version that the person saw, `own` the number that was typed. */
export const expectationOf = (choice: Choice, seen: number, own: number): Expectation => {
  switch (choice) {
    case 'as-seen':
      return seen === 0 ? 'no-stream' : seen;
    case 'number':
      return own;
    default:
      return choice;
  }
};

type ExpectationFieldsProps = {
  stream: string;
  seen: number;
  present: number;
  choice: Choice;
  own: number;
  onChoice: (choice: Choice) => void;
  onOwn: (version: number) => void;
};

/** The stream that the command goes to, its version, and what is expected of it. */
export const ExpectationFields = ({ stream, seen, present, choice, own, onChoice, onOwn }: ExpectationFieldsProps) => (
  <div className={styles.expectation}>
    <p className={styles.stream}>
      <strong>{stream}</strong>
      <span>
        {present === 0 ? runTexts.newStream : runTexts.youSaw(seen)}
        {present !== seen && present !== 0 && `; ${runTexts.isNowAt(present)}`}
      </span>
    </p>
    <Select<Choice>
      label={runTexts.expect}
      size="small"
      value={choice}
      onChange={onChoice}
      options={[
        { value: 'latest', label: runTexts.latest },
        { value: 'as-seen', label: runTexts.asSeen(seen) },
        { value: 'no-stream', label: runTexts.noStream },
        { value: 'any', label: runTexts.any },
        { value: 'number', label: runTexts.aNumber },
      ]}
    />
    {choice === 'number' && (
      <NumberField
        label={runTexts.versionNumber}
        size="small"
        value={own}
        onChange={(version) => onOwn(Math.max(0, Math.trunc(version ?? 0)))}
      />
    )}
  </div>
);

/**
 * What the person saw of the stream when it was chosen, or when a command of theirs was appended to it; events that
 * come in from elsewhere later do not change it.
 */
export const useSeenVersion = (stream: string): number => {
  const appended = useApp(({ lastOutcome }) => (lastOutcome?.outcome.kind === 'appended' ? lastOutcome.outcome : null));
  const look = () => ({ stream, appended, version: versionOf(appStore.getState().events, stream) });
  const [seen, setSeen] = useState(look);
  if (seen.stream === stream && (seen.appended === appended || appended === null)) return seen.version;
  setSeen(look());
  return look().version;
};
