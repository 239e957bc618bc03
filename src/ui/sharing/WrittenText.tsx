import { type ReactNode, useRef, useState } from 'react';
import { Button } from '../kit/Button.tsx';
import { TextArea } from '../kit/TextField.tsx';
import { sharingTexts } from '../text/sharing.ts';
import styles from './ShareDialog.module.css';

const texts = sharingTexts.written;

/** A text that leaves by copying or as a file; what is shown is what leaves. Null while it is being written. */
export const WrittenText = ({
  label,
  text,
  children,
  onSave,
}: {
  label: string;
  text: string | null;
  /** What is to be known of it before it leaves. */
  children?: ReactNode;
  onSave: () => void;
}) => {
  const area = useRef<HTMLTextAreaElement>(null);
  const [copied, setCopied] = useState<string | null>(null);
  return (
    <>
      <div className={styles.written}>
        <TextArea ref={area} label={label} value={text ?? ''} onChange={() => undefined} readOnly isCode rows={9} />
      </div>
      {children}
      <div className={styles.buttons}>
        <Button variant="primary" disabled={text === null} onClick={onSave}>
          {texts.save}
        </Button>
        <Button
          disabled={text === null}
          onClick={() => {
            area.current?.select();
            if (document.execCommand('copy')) setCopied(text);
          }}
        >
          {texts.copy}
        </Button>
        <span className={styles.copied} role="status">
          {copied !== null && copied === text && texts.copied}
        </span>
      </div>
    </>
  );
};
