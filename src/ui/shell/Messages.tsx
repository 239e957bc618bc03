import { CircleAlert, Info, X } from 'lucide-react';
import { useEffect, useMemo, useState } from 'react';
import { createPortal } from 'react-dom';
import { type Message, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { useModalLayer } from '../kit/modalLayers.ts';
import { shellTexts as texts } from '../text/shell.ts';
import { useApp } from '../useApp.ts';
import styles from './Messages.module.css';

/** Long enough to read, and to reach the button where there is one. */
const stay = ({ actions }: Message) => (actions.length > 0 ? 12_000 : 6_000);

/** A note goes by itself unless somebody is at it; trouble stays until it is dismissed. */
const useGoesByItself = (message: Message, isHeld: boolean) => {
  const { id, tone } = message;
  const duration = stay(message);
  useEffect(() => {
    if (tone === 'trouble' || isHeld) return;
    const timer = setTimeout(() => workspace.dismissMessage(id), duration);
    return () => clearTimeout(timer);
  }, [id, tone, duration, isHeld]);
};

const MessageCard = ({ message }: { message: Message }) => {
  const [isHeld, setHeld] = useState(false);
  useGoesByItself(message, isHeld);
  const isTrouble = message.tone === 'trouble';
  const Icon = isTrouble ? CircleAlert : Info;
  const hold = { onPointerEnter: () => setHeld(true), onFocus: () => setHeld(true) };
  const letGo = { onPointerLeave: () => setHeld(false), onBlur: () => setHeld(false) };
  return (
    <div className={styles.message} data-tone={message.tone} role={isTrouble ? 'alert' : 'status'} {...hold} {...letGo}>
      <Icon size={16} aria-hidden="true" />
      <p className={styles.words}>{message.text}</p>
      {message.actions.map(({ label, run }) => (
        <Button
          key={label}
          size="small"
          onClick={() => {
            workspace.dismissMessage(message.id);
            run();
          }}
        >
          {label}
        </Button>
      ))}
      <IconButton icon={X} size="small" label={texts.dismiss} onClick={() => workspace.dismissMessage(message.id)} />
    </div>
  );
};

const Shown = ({ messages, isInDialog = false }: { messages: readonly Message[]; isInDialog?: boolean }) => (
  <section className={isInDialog ? styles.inDialog : styles.messages} aria-label={texts.messages}>
    {messages.map((message) => (
      <MessageCard key={message.id} message={message} />
    ))}
  </section>
);

/** Messages at the lower edge of what they are about; those that come while a dialog is open, in it. */
export const Messages = () => {
  const messages = useApp((state) => state.messages);
  const layer = useModalLayer();
  // biome-ignore lint/correctness/useExhaustiveDependencies: those that were there when the dialog opened
  const older = useMemo(() => messages, [layer]);
  const isUnder = (message: Message) => !layer || older.includes(message);
  return (
    <>
      <Shown messages={messages.filter(isUnder)} />
      {layer && createPortal(<Shown isInDialog messages={messages.filter((one) => !isUnder(one))} />, layer)}
    </>
  );
};
