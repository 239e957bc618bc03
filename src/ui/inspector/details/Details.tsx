import type { Definition, Note } from '#model';
import { workspace } from '#state';
import { inspectorTexts } from '../../text/inspector.ts';
import { CommittedField } from '../fields/CommittedField.tsx';
import { FieldsEditor } from '../fields/FieldsEditor.tsx';
import { Appearances } from './Appearances.tsx';
import { DeciderDetails } from './DeciderDetails.tsx';
import styles from './Details.module.css';
import { Misfits } from './Misfits.tsx';
import { PolicyDetails } from './PolicyDetails.tsx';
import { ReadModelDetails } from './ReadModelDetails.tsx';

/** What a definition is, but for its code. */
export const Details = ({ note, definition }: { note: Note; definition: Definition }) => (
  <div className={styles.scroll}>
    <div className={styles.details}>
      <CommittedField
        label={inspectorTexts.name}
        value={definition.name}
        check={(text) => (text.trim() === '' ? inspectorTexts.nameNeeded : null)}
        onCommit={(name) => rename(definition, name.trim())}
      />
      {definition.kind === 'event' && <Misfits definition={definition} />}
      <OfKind definition={definition} />
      <Appearances note={note} definition={definition} />
    </div>
  </div>
);

const rename = ({ id, name: former }: Definition, name: string) =>
  workspace.edit(inspectorTexts.rename(former), [{ type: 'RenameDefinition', definitionId: id, name }]);

const OfKind = ({ definition }: { definition: Definition }) => {
  switch (definition.kind) {
    case 'event':
    case 'command':
      return <FieldsEditor definition={definition} key={definition.id} />;
    case 'decider':
      return <DeciderDetails definition={definition} />;
    case 'read-model':
      return <ReadModelDetails definition={definition} />;
    case 'policy':
      return <PolicyDetails definition={definition} />;
    default:
      return null;
  }
};
