import { Plus, X } from 'lucide-react';
import type { ReadModelSpecification } from '#model';
import { CommittedField } from '../inspector/fields/CommittedField.tsx';
import { removeAt, replaceAt } from '../inspector/fields/fieldEdits.ts';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { specificationTexts as texts } from '../text/specifications.ts';
import { JsonArea } from './JsonArea.tsx';
import styles from './Specifications.module.css';

type Documents = ReadModelSpecification['then']['documents'];
type DocumentListProps = { documents: Documents; onChange: (documents: Documents) => void };

/** The documents that a read model should hold: all of them, by id. */
export const DocumentList = ({ documents, onChange }: DocumentListProps) => (
  <>
    {documents.length === 0 && <p className={styles.hint}>{texts.noDocuments}</p>}
    {documents.map((entry, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the id of a document is what is edited here
      <div key={index} className={styles.message} data-kind="document">
        <div className={styles.messageHead}>
          <CommittedField
            label={texts.documentId}
            isLabelHidden
            isCode
            size="small"
            placeholder={texts.documentId}
            value={entry.documentId}
            onCommit={(documentId) => onChange(replaceAt(documents, index, { ...entry, documentId }))}
          />
          <IconButton
            size="small"
            icon={X}
            label={texts.removeMessage(entry.documentId)}
            onClick={() => onChange(removeAt(documents, index))}
          />
        </div>
        <JsonArea
          label={texts.document}
          value={entry.document}
          onCommit={(document) => onChange(replaceAt(documents, index, { ...entry, document }))}
        />
      </div>
    ))}
    <div>
      <Button
        size="small"
        variant="quiet"
        icon={Plus}
        onClick={() => onChange([...documents, { documentId: '', document: {} }])}
      >
        {texts.addDocument}
      </Button>
    </div>
  </>
);
