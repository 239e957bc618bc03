import { useState } from 'react';
import { type SaveOptions, workspace } from '#state';
import { formatBytes } from '../files/formatBytes.ts';
import { SinceFile } from '../files/SinceFile.tsx';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { sharingTexts } from '../text/sharing.ts';
import { useApp } from '../useApp.ts';
import styles from './ShareDialog.module.css';
import { useShared } from './useShared.ts';

const texts = sharingTexts.file;

/** The model's own file: with or without its events, and the history of its board. */
export const FileChoices = ({ onDone }: { onDone: () => void }) => {
  const [withEvents, setWithEvents] = useState(true);
  const [withBoardHistory, setWithBoardHistory] = useState(false);
  const hasEvents = useApp(({ events }) => events.length > 0);
  const options: SaveOptions = { asNew: true, withBoardHistory, ...(withEvents ? {} : { events: 'left-out' }) };
  const size = useShared(JSON.stringify(options), ({ sizeOfFile }, signal) => sizeOfFile(options, signal));
  return (
    <>
      <Checkbox
        label={texts.withEvents}
        isChecked={withEvents && hasEvents}
        disabled={!hasEvents}
        onChange={setWithEvents}
      />
      <Checkbox label={texts.withBoardHistory} isChecked={withBoardHistory} onChange={setWithBoardHistory} />
      <p className={styles.size} role="status">
        {size !== null && texts.size(formatBytes(size))}
      </p>
      <SinceFile />
      <div className={styles.buttons}>
        <Button
          variant="primary"
          onClick={() => {
            onDone();
            void workspace.saveToFile(options);
          }}
        >
          {texts.save}
        </Button>
        <Button
          disabled={!hasEvents}
          onClick={() => {
            onDone();
            void workspace.saveEvents();
          }}
        >
          {texts.saveEvents}
        </Button>
      </div>
    </>
  );
};
