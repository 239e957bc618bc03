import { X } from 'lucide-react';
import type { PolicyOutput } from '#model';
import { ValueField } from '../inspector/fields/ValueField.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { specificationTexts as texts } from '../text/specifications.ts';
import { MessageEditor } from './MessageEditor.tsx';
import { MessageName, OwnMessage } from './OwnMessage.tsx';
import styles from './Specifications.module.css';
import type { MessageTypes } from './specificationEdits.ts';

type OutputEditorProps = {
  output: PolicyOutput;
  types: MessageTypes;
  onChange: (output: PolicyOutput) => void;
  onRemove: () => void;
};

/** One thing that a policy answers with: what it does, and with which message. */
export const OutputEditor = (props: OutputEditorProps) => (
  <fieldset className={styles.output} aria-label={texts.outputs[props.output.action]}>
    <span className={styles.hint} aria-hidden="true">
      {texts.outputs[props.output.action]}
    </span>
    <Message {...props} />
  </fieldset>
);

const Message = ({ output, types: { commands, recorded }, onChange, onRemove }: OutputEditorProps) => {
  switch (output.action) {
    case 'send':
    case 'record': {
      const isCommand = output.action === 'send';
      return (
        <MessageEditor
          word={isCommand ? texts.commandType : texts.eventType}
          kind={isCommand ? 'command' : 'event'}
          message={output}
          types={isCommand ? commands : recorded}
          onChange={(message) => onChange({ ...message, action: output.action })}
          onRemove={onRemove}
        />
      );
    }
    case 'schedule':
      return (
        <>
          <OwnMessage
            message={output}
            onChange={({ type, data }) => onChange({ ...output, type, data })}
            onRemove={onRemove}
          />
          <ValueField
            label={texts.dueAt}
            type={{ kind: 'date' }}
            value={output.dueAt}
            onChange={(dueAt) => typeof dueAt === 'string' && onChange({ ...output, dueAt })}
          />
        </>
      );
    case 'cancel':
    case 'complete':
      return (
        <div className={styles.message} data-kind="message">
          <div className={styles.messageHead}>
            {output.action === 'cancel' ? (
              <MessageName name={output.type} onChange={(type) => onChange({ ...output, type })} />
            ) : (
              <span>{texts.outputs.complete}</span>
            )}
            <IconButton
              size="small"
              icon={X}
              label={texts.removeMessage(output.action === 'cancel' ? output.type : texts.outputs.complete)}
              onClick={onRemove}
            />
          </div>
        </div>
      );
  }
};
