import { useState } from 'react';
import { workspace } from '#state';
import { Select } from '../kit/Select.tsx';
import { sharingTexts } from '../text/sharing.ts';
import { useApp } from '../useApp.ts';
import styles from './ShareDialog.module.css';
import { useShared } from './useShared.ts';
import { WrittenText } from './WrittenText.tsx';

const texts = sharingTexts.notation;

type Notation = keyof typeof texts.names;
const notations = Object.keys(texts.names) as Notation[];

/** Languages of other tools, each with what it cannot carry. */
export const NotationChoices = ({ onDone }: { onDone: () => void }) => {
  const [notation, setNotation] = useState<Notation>('emlang');
  const hasEvents = useApp(({ events }) => events.length > 0);
  const written = useShared(notation, ({ lookAtNotation }) => lookAtNotation(notation));
  return (
    <>
      <Select
        label={texts.notation}
        value={notation}
        onChange={setNotation}
        options={notations.map((value) => ({
          value,
          label: texts.names[value],
          isDisabled: value === 'cloud-events' && !hasEvents,
        }))}
      />
      <WrittenText
        label={texts.text}
        text={written?.text ?? null}
        onSave={() => {
          onDone();
          void workspace.sharing().then(({ saveNotation }) => saveNotation(notation));
        }}
      >
        <section className={styles.leftOut} aria-label={texts.leftOut}>
          <h3>{texts.leftOut}</h3>
          <ul>
            {written?.leftOut.map((sentence) => (
              <li key={sentence}>{sentence}</li>
            ))}
          </ul>
        </section>
      </WrittenText>
    </>
  );
};
