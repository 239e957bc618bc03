import { X } from 'lucide-react';
import type { SpecificationMessage } from '#model';
import { IconButton } from '../kit/IconButton.tsx';
import { Select } from '../kit/Select.tsx';
import { specificationTexts as texts } from '../text/specifications.ts';
import { DataForm } from './DataForm.tsx';
import styles from './Specifications.module.css';
import { type MessageType, messageOf } from './specificationEdits.ts';

type MessageEditorProps = {
  /** "Event" or "Command", for the label. */
  word: string;
  kind: 'event' | 'command';
  message: SpecificationMessage;
  types: MessageType[];
  onChange: (message: SpecificationMessage) => void;
  onRemove?: () => void;
};

/** One event or command of a specification: its type and its data. */
export const MessageEditor = ({ word, kind, message, types, onChange, onRemove }: MessageEditorProps) => {
  const known = types.find(({ name }) => name === message.type);
  const names = known ? types : [{ name: message.type, fields: [] }, ...types];
  const pick = (name: string) => {
    const type = types.find((candidate) => candidate.name === name);
    if (type) onChange(messageOf(type));
  };
  return (
    <div className={styles.message} data-kind={kind}>
      <div className={styles.messageHead}>
        <Select
          label={word}
          isLabelHidden
          size="small"
          value={message.type}
          options={names.map(({ name }) => ({ value: name, label: name }))}
          onChange={pick}
        />
        {onRemove && <IconButton size="small" icon={X} label={texts.removeMessage(message.type)} onClick={onRemove} />}
      </div>
      <DataForm fields={known?.fields ?? []} data={message.data} onChange={(data) => onChange({ ...message, data })} />
    </div>
  );
};
