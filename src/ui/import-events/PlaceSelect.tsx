import type { Column, Path } from '#state';
import { Select } from '../kit/Select.tsx';
import { keyOfPath, pathOfKey } from './places.ts';

type Option = { value: string; label: string };

type PlaceSelectProps = { label: string; columns: readonly Column[] } & (
  | { value: string; others: Option[]; onChange: (key: string) => void }
  | { path: Path | null; none: string; onPath: (path: Path | null) => void }
);

const nowhere = 'none';

/** A place of the records, or what is offered instead of one. Each place shows an example of what stands there. */
export const PlaceSelect = ({ label, columns, ...choice }: PlaceSelectProps) => {
  const places = columns.map(({ path, label: words, example }) => ({
    value: keyOfPath(path),
    label: example === '' ? words : `${words}: ${example.slice(0, 32)}`,
  }));
  const isPath = 'path' in choice;
  const others = isPath ? [{ value: nowhere, label: choice.none }] : choice.others;
  const value = isPath ? (choice.path ? keyOfPath(choice.path) : nowhere) : choice.value;
  // A place that CloudEvents name may be missing from the first records.
  const isThere = [...others, ...places].some((option) => option.value === value);
  return (
    <Select
      label={label}
      size="small"
      value={value}
      options={[...others, ...places, ...(isThere ? [] : [{ value, label: pathOfKey(value).join('.') }])]}
      onChange={(key) => {
        if (isPath) choice.onPath(key === nowhere ? null : pathOfKey(key));
        else choice.onChange(key);
      }}
    />
  );
};
