import { Plus } from 'lucide-react';
import type { SpecificationMessage } from '#model';
import { removeAt, replaceAt } from '../inspector/fields/fieldEdits.ts';
import { Button } from '../kit/Button.tsx';
import { specificationTexts as texts } from '../text/specifications.ts';
import { MessageEditor } from './MessageEditor.tsx';
import styles from './Specifications.module.css';
import { type MessageType, messageOf } from './specificationEdits.ts';

type EventListProps = {
  events: SpecificationMessage[];
  types: MessageType[];
  /** What an empty list means. */
  empty: string;
  onChange: (events: SpecificationMessage[]) => void;
};

/** Events in their order. */
export const EventList = ({ events, types, empty, onChange }: EventListProps) => {
  const [first] = types;
  return (
    <>
      {events.length === 0 && <p className={styles.hint}>{empty}</p>}
      {events.map((event, index) => (
        <MessageEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: an event of a specification has no identity but its place
          key={index}
          word={texts.eventType}
          kind="event"
          message={event}
          types={types}
          onChange={(changed) => onChange(replaceAt(events, index, changed))}
          onRemove={() => onChange(removeAt(events, index))}
        />
      ))}
      {first && (
        <div>
          <Button size="small" variant="quiet" icon={Plus} onClick={() => onChange([...events, messageOf(first)])}>
            {texts.addEvent}
          </Button>
        </div>
      )}
    </>
  );
};
