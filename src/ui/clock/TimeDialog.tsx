import { useState } from 'react';
import { clockTime } from '#model';
import { appStore } from '#state';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextField } from '../kit/TextField.tsx';
import { clockTexts as texts } from '../text/clock.ts';
import { readableTime } from '../text/readableTime.ts';
import { clockNow } from './playgroundClock.ts';
import { windTo } from './winding.ts';

/** What is typed without a zone is UTC, as it is shown. */
const timeIn = (typed: string, present: string): string | undefined =>
  clockTime(/^\d{4}-\d\d-\d\d/.test(typed.trim()) ? `${typed.trim().replace(' ', 'T')}Z` : typed, present) ??
  clockTime(typed, present);

/** To which time the clock is to be wound. */
export const TimeDialog = ({ onClose }: { onClose: () => void }) => {
  const [present] = useState(() => new Date(clockNow(appStore.getState())).toISOString());
  const [typed, setTyped] = useState(() => readableTime(present).slice(0, 16));
  const time = timeIn(typed, present);
  const wind = () => {
    if (time === undefined) return;
    onClose();
    void windTo(Date.parse(time));
  };
  return (
    <Dialog
      title={texts.dialogTitle}
      description={texts.dialogHint}
      width="narrow"
      onClose={onClose}
      footer={
        <Button variant="primary" disabled={time === undefined} onClick={wind}>
          {texts.wind}
        </Button>
      }
    >
      <TextField
        label={texts.clock}
        value={typed}
        onChange={setTyped}
        onKeyDown={({ key }) => key === 'Enter' && wind()}
        {...(time === undefined ? { error: texts.noTime(Date.parse(present)) } : {})}
      />
    </Dialog>
  );
};
