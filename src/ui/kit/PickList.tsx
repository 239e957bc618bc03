import type { LucideIcon } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, type Ref, useEffect, useId, useRef } from 'react';
import { Keys } from './Keys.tsx';
import { Marked } from './Marked.tsx';
import styles from './PickList.module.css';
import { handOver } from './TypedAhead.tsx';

export type PickOption = {
  id: string;
  label: string;
  /** Places of the letters in the label that answer to what was typed. */
  marked?: readonly number[];
  /** Quieter, after the label. */
  hint?: string | undefined;
  icon?: LucideIcon | undefined;
  keys?: string | undefined;
};
export type PickGroup = { heading: string; options: PickOption[] };

type PickListProps = {
  /** Names the field and its list. */
  label: string;
  placeholder: string;
  typed: string;
  onType: (typed: string) => void;
  groups: PickGroup[];
  /** Whether the groups still answer to an older text: Enter waits for those that answer to this one. */
  isBehind?: boolean;
  /** The option that Enter picks. */
  activeId: string | null;
  onActive: (id: string) => void;
  onPick: (id: string) => void;
  onEscape?: () => void;
  /** Beside the field. */
  aside?: ReactNode;
  /** In place of the list where it is empty. */
  empty?: ReactNode;
  field?: Ref<HTMLInputElement>;
};

const steps: { [key: string]: (index: number, count: number) => number } = {
  ArrowDown: (index, count) => (index + 1) % count,
  ArrowUp: (index, count) => (index - 1 + count) % count,
  PageDown: (index, count) => Math.min(index + 8, count - 1),
  PageUp: (index) => Math.max(index - 8, 0),
};

type OptionProps = { option: PickOption; id: string; isActive: boolean; onPick: () => void };

const Option = ({ option, id, isActive, onPick }: OptionProps) => {
  const { label, marked = [], hint, icon: Icon, keys } = option;
  const row = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (isActive) row.current?.scrollIntoView({ block: 'nearest' });
  }, [isActive]);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the field has the focus and takes the keys
    <div
      ref={row}
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={isActive}
      className={styles.option}
      onMouseDown={(event) => event.preventDefault()}
      onClick={onPick}
    >
      <span className={styles.icon}>{Icon && <Icon size={15} aria-hidden="true" />}</span>
      <span className={styles.words}>
        <Marked text={label} at={marked} />
        {hint && <span className={styles.hint}>{hint}</span>}
      </span>
      {keys && <Keys keys={keys} />}
    </div>
  );
};

/** A field to type in, with what answers to it below: arrows walk the list, Enter picks, the focus stays in the field. */
export const PickList = (props: PickListProps) => {
  const { label, placeholder, typed, onType, groups, isBehind = false, activeId, onActive, onPick, onEscape } = props;
  const { aside, empty, field } = props;
  const listId = useId();
  const options = groups.flatMap((group) => group.options);
  const active = options.findIndex(({ id }) => id === activeId);
  const isEntered = useRef(false);
  useEffect(() => {
    if (isBehind || !isEntered.current) return;
    isEntered.current = false;
    if (activeId !== null) onPick(activeId);
  });
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    const next = options[steps[event.key]?.(active, options.length) ?? -1];
    if (next) onActive(next.id);
    else if (event.key === 'Enter' && isBehind) isEntered.current = true;
    else if (event.key === 'Enter' && activeId !== null) onPick(activeId);
    else if (event.key === 'Escape' && onEscape) onEscape();
    else return;
    event.preventDefault();
  };
  return (
    <div className={styles.picker}>
      <div className={styles.top}>
        <input
          ref={field}
          type="text"
          role="combobox"
          className={styles.field}
          aria-label={label}
          aria-expanded={options.length > 0}
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={active === -1 ? undefined : `${listId}-${activeId}`}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          value={typed}
          onFocus={({ currentTarget }) => handOver(currentTarget, onType)}
          onChange={({ target }) => onType(target.value)}
          onKeyDown={onKeyDown}
        />
        {aside}
      </div>
      <div id={listId} role="listbox" aria-label={label} className={styles.list} hidden={options.length === 0}>
        {groups.map(({ heading, options: listed }) => (
          // biome-ignore lint/a11y/useSemanticElements: a fieldset has no place in a listbox
          <div key={heading} role="group" aria-label={heading}>
            <div className={styles.heading} aria-hidden="true">
              {heading}
            </div>
            {listed.map((option) => (
              <Option
                key={option.id}
                id={`${listId}-${option.id}`}
                option={option}
                isActive={option.id === activeId}
                onPick={() => onPick(option.id)}
              />
            ))}
          </div>
        ))}
      </div>
      {options.length === 0 && empty}
    </div>
  );
};
