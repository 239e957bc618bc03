import type { DeciderSpecification, Json, ReadModelSpecification, Specification } from '#model';
import { workspace } from '#state';
import { CommittedField } from '../inspector/fields/CommittedField.tsx';
import { ValueField } from '../inspector/fields/ValueField.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { specificationTexts as texts } from '../text/specifications.ts';
import { DocumentList } from './DocumentList.tsx';
import { EventList } from './EventList.tsx';
import { MessageEditor } from './MessageEditor.tsx';
import { PolicySteps } from './PolicySteps.tsx';
import styles from './Specifications.module.css';
import type { MessageType, MessageTypes } from './specificationEdits.ts';

type FormProps<Kind extends Specification> = { specification: Kind; types: MessageTypes };

const change = (specification: Specification) =>
  workspace.edit(texts.editAction(specification.name), [{ type: 'ChangeSpecification', specification }]);

/** Given, when, then: each change is one edit, and the verdict follows. */
export const SpecificationForm = ({ specification, types }: FormProps<Specification>) => (
  <>
    <CommittedField
      label={texts.name}
      value={specification.name}
      onCommit={(name) => change({ ...specification, name })}
    />
    <Steps specification={specification} types={types} />
  </>
);

const Steps = ({ specification, types }: FormProps<Specification>) => {
  switch (specification.subject) {
    case 'decider':
      return (
        <>
          <Given specification={specification} types={types} />
          <WhenThen specification={specification} types={types} />
        </>
      );
    case 'read-model':
      return (
        <>
          <Given specification={specification} types={types} />
          <ThenDocuments specification={specification} />
        </>
      );
    case 'policy':
      return <PolicySteps specification={specification} types={types} onChange={change} />;
  }
};

const Given = ({ specification, types }: FormProps<DeciderSpecification | ReadModelSpecification>) => (
  <section className={styles.step}>
    <h3>{texts.given}</h3>
    <EventList
      events={specification.given}
      types={types.events}
      empty={texts.givenNothing}
      onChange={(given) => change({ ...specification, given })}
    />
  </section>
);

const WhenThen = ({ specification, types: { commands, events } }: FormProps<DeciderSpecification>) => (
  <>
    <section className={styles.step}>
      <h3>{texts.when}</h3>
      <MessageEditor
        word={texts.commandType}
        kind="command"
        message={specification.when}
        types={commands}
        onChange={(when) => change({ ...specification, when })}
      />
      <ValueField
        label={texts.sentAt}
        type={{ kind: 'date' }}
        value={specification.now}
        onChange={(now) => change(sentAt(specification, now))}
      />
    </section>
    <section className={styles.step}>
      <header className={styles.stepHead}>
        <h3>{texts.then}</h3>
        <Segmented
          label={texts.then}
          value={specification.then.kind}
          onChange={(kind) => change({ ...specification, then: thenOf(kind) })}
          segments={[
            { value: 'events', label: texts.thenEvents },
            { value: 'refused', label: texts.thenRefused },
          ]}
        />
      </header>
      <Then specification={specification} events={events} />
    </section>
  </>
);

/** Without a time, the command is sent at the start of 2026. */
const sentAt = ({ now: _now, ...specification }: DeciderSpecification, now: Json | undefined): DeciderSpecification =>
  typeof now === 'string' ? { ...specification, now } : specification;

const thenOf = (kind: DeciderSpecification['then']['kind']): DeciderSpecification['then'] =>
  kind === 'events' ? { kind, events: [] } : { kind, message: '' };

const Then = ({ specification, events }: { specification: DeciderSpecification; events: MessageType[] }) => {
  const { then } = specification;
  return then.kind === 'refused' ? (
    <CommittedField
      label={texts.refusal}
      size="small"
      value={then.message}
      hint={texts.refusalHint}
      onCommit={(message) => change({ ...specification, then: { kind: 'refused', message } })}
    />
  ) : (
    <EventList
      events={then.events}
      types={events}
      empty={texts.nothingHappens}
      onChange={(changed) => change({ ...specification, then: { kind: 'events', events: changed } })}
    />
  );
};

const ThenDocuments = ({ specification }: { specification: ReadModelSpecification }) => (
  <section className={styles.step}>
    <h3>{texts.then}</h3>
    <DocumentList
      documents={specification.then.documents}
      onChange={(documents) => change({ ...specification, then: { kind: 'documents', documents } })}
    />
  </section>
);
