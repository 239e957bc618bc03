import type { Definition, Note } from '#model';
import { FieldsEditor } from '../fields/FieldsEditor.tsx';
import { adviceAt } from '../problems/adviceGroups.ts';
import { MutedAdvice } from '../problems/MutedAdvice.tsx';
import { NoteAdvice } from '../problems/NoteAdvice.tsx';
import { Appearances } from './Appearances.tsx';
import { FrameDetails, Privacy } from './Contexts.tsx';
import { DeciderDetails } from './DeciderDetails.tsx';
import styles from './Details.module.css';
import { DocumentFlows, FieldFlows } from './Flows.tsx';
import { HandledIn } from './HandledIn.tsx';
import { Misfits } from './Misfits.tsx';
import { PolicyDetails } from './PolicyDetails.tsx';
import { ReadModelDetails } from './ReadModelDetails.tsx';
import { Upcasts } from './Upcasts.tsx';

/** What a definition is, but for its code. */
export const Details = ({ note, definition }: { note: Note; definition: Definition }) => (
  <div className={styles.scroll}>
    <div className={styles.details}>
      {definition.kind === 'event' && <Misfits definition={definition} />}
      <NoteAdvice about={adviceAt.definition(definition.id)} />
      {definition.kind === 'event' && <Privacy event={definition} note={note} />}
      <OfKind definition={definition} />
      {definition.kind === 'event' && <Upcasts definition={definition} />}
      {'fields' in definition && <FieldFlows definition={definition} />}
      {definition.kind === 'read-model' && <DocumentFlows readModelId={definition.id} />}
      <HandledIn definition={definition} />
      <Appearances note={note} definition={definition} />
      <MutedAdvice definition={definition} />
    </div>
  </div>
);

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
    case 'frame':
      return <FrameDetails definition={definition} />;
    default:
      return null;
  }
};
