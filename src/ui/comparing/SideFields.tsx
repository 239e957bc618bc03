import { appStore, type RunSummary } from '#state';
import { timeAgo } from '../files/timeAgo.ts';
import { NumberField } from '../kit/NumberField.tsx';
import { Select } from '../kit/Select.tsx';
import { comparingTexts as texts } from '../text/comparing.ts';
import { useApp } from '../useApp.ts';
import { chooseSide, useCompare } from './compareStore.ts';
import styles from './SideFields.module.css';
import type { SideChoice } from './sides.ts';

const names = ['A', 'B'] as const;

const eventsOf = (run: RunSummary): number => (run.isCurrent ? appStore.getState().events.length : run.events);

const momentsOf = (run: RunSummary): { value: SideChoice['moment']; label: string }[] => [
  { value: 'now', label: texts.now(eventsOf(run)) },
  ...(run.pins?.a === undefined ? [] : [{ value: 'a' as const, label: texts.pin('A', run.pins.a) }]),
  ...(run.pins?.b === undefined ? [] : [{ value: 'b' as const, label: texts.pin('B', run.pins.b) }]),
  { value: 'number', label: texts.atEvent },
];

const useCodeOptions = () =>
  useCompare((state) => state.versions).map(({ count, label, at }) => ({
    value: String(count),
    label: texts.codeBefore(label, at ? timeAgo(at, Date.now()) : ''),
  }));

type SideProps = { index: 0 | 1; choice: SideChoice };

/** What is held against the other side: the run, the moment, and the code. */
export const SideFields = ({ index, choice }: SideProps) => {
  const runs = useApp((state) => state.runs).filter(({ deletedAt }) => !deletedAt);
  const versions = useCodeOptions();
  const run = runs.find(({ runId }) => runId === choice.runId);
  const change = (changed: Partial<SideChoice>) => chooseSide(index, { ...choice, ...changed });
  return (
    <fieldset className={styles.side} aria-label={texts.sideName(names[index])}>
      <span className={styles.name} data-side={names[index]} aria-hidden="true">
        {names[index]}
      </span>
      <Select
        label={texts.run}
        size="small"
        value={choice.runId}
        options={runs.map(({ runId, name }) => ({ value: runId, label: name }))}
        onChange={(runId) => change({ runId, moment: 'now' })}
      />
      <Select<SideChoice['moment']>
        label={texts.moment}
        size="small"
        value={choice.moment}
        options={run ? momentsOf(run) : []}
        onChange={(moment) => change({ moment })}
      />
      {choice.moment === 'number' && (
        <NumberField
          label={texts.number}
          size="small"
          className={styles.number}
          value={choice.position}
          onChange={(position) => change({ position: position ?? 0 })}
        />
      )}
      <Select
        label={texts.code}
        size="small"
        value={String(choice.code)}
        options={[{ value: 'present', label: texts.presentCode }, ...versions]}
        onChange={(code) => change({ code: code === 'present' ? code : Number(code) })}
      />
    </fieldset>
  );
};
