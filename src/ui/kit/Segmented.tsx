import type { LucideIcon } from 'lucide-react';
import { useId } from 'react';
import styles from './Segmented.module.css';
import { tooltip } from './tooltip.ts';

type Segment<Value extends string> = {
  value: Value;
  label: string;
  /** Shown instead of the label, which becomes its tooltip. */
  icon?: LucideIcon;
};
export type SegmentedProps<Value extends string> = {
  label: string;
  value: Value;
  onChange: (value: Value) => void;
  segments: Segment<Value>[];
};

/** A choice of a few, all in sight. */
export const Segmented = <Value extends string>({ label, value, onChange, segments }: SegmentedProps<Value>) => {
  const name = useId();
  return (
    <fieldset className={styles.segmented} aria-label={label}>
      {segments.map(({ value: own, label: words, icon: Icon }) => (
        <label key={own} className={styles.segment} {...(Icon ? tooltip(words) : {})}>
          <input
            type="radio"
            name={name}
            value={own}
            checked={own === value}
            aria-label={words}
            onChange={() => onChange(own)}
          />
          {Icon ? <Icon size={15} aria-hidden="true" /> : words}
        </label>
      ))}
    </fieldset>
  );
};
