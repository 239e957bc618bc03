import { type FormEvent, useState } from 'react';
import { appStore, type BranchRequest, currentRunOf, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { Select } from '../kit/Select.tsx';
import { TextField } from '../kit/TextField.tsx';
import { DataForm } from '../specifications/DataForm.tsx';
import { MessageEditor } from '../specifications/MessageEditor.tsx';
import { whatIfTexts as texts } from '../text/whatIf.ts';
import styles from './WhatIfDialog.module.css';
import {
  type Difference,
  type Place,
  placeAt,
  requestOf,
  startingWhatIf,
  troubleOf,
  type WhatIf,
  withDifference,
} from './whatIf.ts';

type PartProps = { whatIf: WhatIf; place: Place; onChange: (whatIf: WhatIf) => void };

const DifferenceChoice = ({ whatIf, place: { position, event }, onChange }: PartProps) => (
  <Select<Difference>
    autoFocus
    label={texts.difference}
    value={whatIf.difference}
    onChange={(difference) => onChange(withDifference(whatIf, difference))}
    options={[
      { value: 'nothing', label: texts.nothing(position) },
      ...(event
        ? [
            { value: 'drop' as const, label: texts.drop(position, event.type) },
            { value: 'change' as const, label: texts.change(position, event.type) },
          ]
        : []),
      { value: 'insert', label: texts.insert(position) },
    ]}
  />
);

const ChangedEvent = ({ whatIf, place: { event, types }, onChange }: PartProps) => (
  <fieldset className={styles.message} aria-label={texts.data}>
    <DataForm
      fields={types.find(({ name }) => name === event?.type)?.fields ?? []}
      data={whatIf.data}
      onChange={(data) => onChange({ ...whatIf, data })}
    />
  </fieldset>
);

const InsertedEvent = ({ whatIf, place, onChange }: PartProps) => (
  <div className={styles.message}>
    <MessageEditor
      word={texts.event}
      kind="event"
      message={whatIf.inserted}
      types={place.types}
      onChange={({ type, data }) => onChange({ ...whatIf, inserted: { type, data } })}
    />
    <TextField
      label={texts.stream}
      size="small"
      value={whatIf.stream}
      list="what-if-streams"
      error={troubleOf(whatIf, place) === 'stream' ? texts.streamNeeded : null}
      onChange={(stream) => onChange({ ...whatIf, stream })}
    />
    <datalist id="what-if-streams">
      {place.streams.map((stream) => (
        <option key={stream} value={stream} />
      ))}
    </datalist>
  </div>
);

type Rest = BranchRequest['rest'];

const RestChoice = ({ whatIf, place, onChange }: PartProps) => {
  const hints: { [rest in Rest]: string } = {
    'as-recorded': texts.asRecordedHint(place.after),
    'sent-again': texts.sentAgainHint,
    'left-out': texts.leftOutHint,
  };
  return (
    <Select<Rest>
      label={texts.rest}
      value={whatIf.rest}
      hint={hints[whatIf.rest]}
      onChange={(rest) => onChange({ ...whatIf, rest })}
      options={[
        ...(whatIf.difference === 'nothing' ? [] : [{ value: 'as-recorded' as const, label: texts.asRecorded }]),
        { value: 'sent-again', label: texts.sentAgain },
        { value: 'left-out', label: texts.leftOut },
      ]}
    />
  );
};

const ClockField = ({ whatIf, place, onChange }: PartProps) => (
  <TextField
    label={texts.clock}
    value={whatIf.clock}
    hint={texts.clockHint(place.time)}
    error={troubleOf(whatIf, place) === 'clock' ? texts.clockWrong(place.time) : null}
    onChange={(clock) => onChange({ ...whatIf, clock })}
  />
);

const formId = 'what-if';

const currentName = (): string => currentRunOf(appStore.getState().runs)?.name ?? '';

/** How a branch shall differ from the run that is open, at the moment that is shown. */
export const WhatIfDialog = ({ onClose }: { onClose: () => void }) => {
  const [place] = useState(() => placeAt(appStore.getState()));
  const [whatIf, setWhatIf] = useState(() => startingWhatIf(place));
  const isUnclear = troubleOf(whatIf, place) !== undefined;
  const parts: PartProps = { whatIf, place, onChange: setWhatIf };
  const make = (event: FormEvent) => {
    event.preventDefault();
    if (isUnclear) return;
    onClose();
    void workspace.branch(requestOf(whatIf, place));
  };
  return (
    <Dialog
      title={texts.title}
      description={texts.description(currentName())}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button type="submit" form={formId} variant="primary" disabled={isUnclear}>
            {texts.make}
          </Button>
        </>
      }
    >
      <form id={formId} className={styles.form} onSubmit={make} noValidate>
        <DifferenceChoice {...parts} />
        {whatIf.difference === 'change' && <ChangedEvent {...parts} />}
        {whatIf.difference === 'insert' && <InsertedEvent {...parts} />}
        <RestChoice {...parts} />
        <ClockField {...parts} />
      </form>
    </Dialog>
  );
};
