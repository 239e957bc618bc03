import { X } from 'lucide-react';
import type { SpecificationMessage } from '#model';
import { CommittedField } from '../inspector/fields/CommittedField.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { specificationTexts as texts } from '../text/specifications.ts';
import { JsonArea } from './JsonArea.tsx';
import styles from './Specifications.module.css';

type NameProps = { name: string; onChange: (name: string) => void };

/** No note names what a process sends to itself: its name is typed. */
export const MessageName = ({ name, onChange }: NameProps) => (
  <CommittedField
    label={texts.messageName}
    isLabelHidden
    isCode
    size="small"
    placeholder={texts.messageName}
    value={name}
    onCommit={onChange}
  />
);

type OwnMessageProps = {
  message: SpecificationMessage;
  onChange: (message: SpecificationMessage) => void;
  onRemove?: () => void;
};

/** A message of a process manager to itself, for later. */
export const OwnMessage = ({ message, onChange, onRemove }: OwnMessageProps) => (
  <div className={styles.message} data-kind="message">
    <div className={styles.messageHead}>
      <MessageName name={message.type} onChange={(type) => onChange({ ...message, type })} />
      {onRemove && <IconButton size="small" icon={X} label={texts.removeMessage(message.type)} onClick={onRemove} />}
    </div>
    <JsonArea label={texts.data} value={message.data} onCommit={(data) => onChange({ ...message, data })} />
  </div>
);
