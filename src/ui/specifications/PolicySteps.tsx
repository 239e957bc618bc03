import {
  type Definition,
  isProcessCode,
  isTranslationCode,
  type PolicyOutput,
  type PolicySpecification,
  type SpecificationMessage,
} from '#model';
import { ValueField } from '../inspector/fields/ValueField.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { specificationTexts as texts } from '../text/specifications.ts';
import { useApp } from '../useApp.ts';
import { EventList } from './EventList.tsx';
import { MessageEditor } from './MessageEditor.tsx';
import { OutputList } from './OutputList.tsx';
import { OwnMessage } from './OwnMessage.tsx';
import styles from './Specifications.module.css';
import { type MessageTypes, messageOf } from './specificationEdits.ts';

type Props = {
  specification: PolicySpecification;
  types: MessageTypes;
  onChange: (changed: PolicySpecification) => void;
};

/** Given what a process has heard, when it hears more, then what it answers. Without state, nothing is given. */
export const PolicySteps = ({ specification, types, onChange }: Props) => {
  const actions = useApp(({ board }) => actionsOf(board.definitions[specification.definitionId]));
  const keepsState = actions === actionsOfProcess;
  const { given, then } = specification;
  return (
    <>
      {keepsState && (
        <section className={styles.step}>
          <h3>{texts.given}</h3>
          <EventList
            events={given}
            types={types.events}
            empty={texts.givenNothing}
            onChange={(changed) => onChange({ ...specification, given: changed })}
          />
        </section>
      )}
      <section className={styles.step}>
        <header className={styles.stepHead}>
          <h3>{texts.when}</h3>
          {keepsState && <HearsOrIsDue specification={specification} types={types} onChange={onChange} />}
        </header>
        <When specification={specification} types={types} onChange={onChange} />
        <ValueField
          label={texts.heardAt}
          type={{ kind: 'date' }}
          value={specification.now}
          onChange={(now) => onChange(withTime(specification, now))}
        />
      </section>
      <section className={styles.step}>
        <h3>{texts.then}</h3>
        <OutputList
          outputs={then.outputs}
          types={types}
          actions={actions}
          now={specification.now}
          onChange={(outputs) => onChange({ ...specification, then: { ...then, outputs } })}
        />
      </section>
    </>
  );
};

const actionsOfProcess = ['send', 'record', 'schedule', 'cancel', 'complete'] as const;
const [actionsOfPolicy, actionsOfTranslation] = [['send'], ['record']] as const;

/** A policy that keeps no state sends commands, or translates events into public ones. */
const actionsOf = (definition: Definition | undefined): readonly PolicyOutput['action'][] => {
  if (definition?.kind !== 'policy') return actionsOfPolicy;
  if (isProcessCode(definition.code)) return actionsOfProcess;
  return isTranslationCode(definition.code) ? actionsOfTranslation : actionsOfPolicy;
};

const withTime = ({ now: _now, ...specification }: PolicySpecification, now: unknown): PolicySpecification =>
  typeof now === 'string' ? { ...specification, now } : specification;

const withInput = (
  { isDue: _isDue, ...specification }: PolicySpecification,
  when: SpecificationMessage,
  kind: 'heard' | 'due',
): PolicySpecification => ({ ...specification, when, ...(kind === 'due' && { isDue: true }) });

const HearsOrIsDue = ({ specification, types, onChange }: Props) => {
  const [first] = types.heard;
  const choose = (kind: 'heard' | 'due') => {
    if (kind === 'due') onChange(withInput(specification, { type: 'Reminder', data: {} }, kind));
    else if (first) onChange(withInput(specification, messageOf(first), kind));
  };
  return (
    <Segmented
      label={texts.when}
      value={specification.isDue ? 'due' : 'heard'}
      onChange={choose}
      segments={[
        { value: 'heard', label: texts.hears },
        { value: 'due', label: texts.isDue },
      ]}
    />
  );
};

const When = ({ specification, types, onChange }: Props) =>
  specification.isDue ? (
    <OwnMessage
      message={specification.when}
      onChange={(message) => onChange(withInput(specification, message, 'due'))}
    />
  ) : (
    <MessageEditor
      word={texts.eventType}
      kind="event"
      message={specification.when}
      types={types.heard}
      onChange={(message) => onChange(withInput(specification, message, 'heard'))}
    />
  );
