import { type ReactNode, useMemo, useState } from 'react';
import { appStore, type LoadRun, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { NumberField } from '../kit/NumberField.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { Select } from '../kit/Select.tsx';
import { loadRunTexts as texts } from '../text/loadRun.ts';
import { LoadFigures } from './LoadFigures.tsx';
import styles from './LoadRunDialog.module.css';
import {
  beginningFor,
  type CommandForLoad,
  commandsForLoad,
  type LoadChoice,
  planOf,
  startingChoice,
  troublesOf,
} from './plannedLoad.ts';

type ChoiceProps = { choice: LoadChoice; commands: CommandForLoad[]; onChange: (choice: LoadChoice) => void };

const CommandChoice = ({ choice, commands, onChange }: ChoiceProps) => (
  <Select
    autoFocus
    label={texts.command}
    value={choice.commandId}
    onChange={(commandId) => onChange({ ...choice, commandId })}
    options={commands.map(({ command }) => ({ value: command.id, label: command.name }))}
  />
);

const UserFields = ({ choice, onChange }: ChoiceProps) => {
  const { users, seconds } = choice;
  const troubles = troublesOf(choice);
  return (
    <>
      <NumberField
        label={texts.users}
        value={users}
        error={troubles.users ? texts.wrongUsers : null}
        onChange={(value) => onChange({ ...choice, users: value })}
      />
      <NumberField
        label={texts.seconds}
        value={seconds}
        hint={users && seconds ? texts.pace(users, seconds) : undefined}
        error={troubles.seconds ? texts.wrongSeconds : null}
        onChange={(value) => onChange({ ...choice, seconds: value })}
      />
    </>
  );
};

/** A choice says its name aloud by itself. */
const Named = ({ name, children }: { name: string; children: ReactNode }) => (
  <div className={styles.named}>
    <span className={styles.name} aria-hidden="true">
      {name}
    </span>
    {children}
  </div>
);

/** What shared streams begin with. */
const Beginning = ({ choice, commands }: ChoiceProps) => {
  const [recorded] = useState(() => appStore.getState());
  const chosen = commands.find(({ command }) => command.id === choice.commandId);
  const beginning = useMemo(() => chosen && beginningFor(chosen, recorded), [chosen, recorded]);
  return beginning && <p className={styles.hint}>{texts.beginsAs(beginning.stream, beginning.sent.length)}</p>;
};

const StreamChoice = ({ choice, commands, onChange }: ChoiceProps) => (
  <>
    <Named name={texts.streams}>
      <Segmented
        label={texts.streams}
        value={choice.areStreamsShared ? 'hot' : 'own'}
        onChange={(streams) => onChange({ ...choice, areStreamsShared: streams === 'hot' })}
        segments={[
          { value: 'own', label: texts.own },
          { value: 'hot', label: texts.hot },
        ]}
      />
    </Named>
    {choice.areStreamsShared && (
      <>
        <NumberField
          label={texts.shared}
          value={choice.sharedStreams}
          error={troublesOf(choice).sharedStreams ? texts.wrongStreams : null}
          onChange={(sharedStreams) => onChange({ ...choice, sharedStreams })}
        />
        <Beginning choice={choice} commands={commands} onChange={onChange} />
      </>
    )}
  </>
);

const HandlingChoice = ({ choice, onChange }: ChoiceProps) => (
  <Named name={texts.handling}>
    <Segmented
      label={texts.handling}
      value={choice.handling}
      onChange={(handling) => onChange({ ...choice, handling })}
      segments={[
        { value: 'grouped', label: texts.grouped },
        { value: 'racing', label: texts.racing },
      ]}
    />
    <p className={styles.hint}>{choice.handling === 'grouped' ? texts.groupedHint : texts.racingHint}</p>
  </Named>
);

const Standing = ({ loadRun: { isRunning, report, failure }, users }: { loadRun: LoadRun; users: number }) => (
  <div role="status" className={styles.standing} data-failed={failure !== null || undefined}>
    {failure ?? (report ? texts.standing(report, users) : isRunning ? texts.starting : '')}
  </div>
);

/** How many users shall come to a command, and how they fare: live, and once all of them are answered. */
export const LoadRunDialog = ({ loadRun }: { loadRun: LoadRun }) => {
  const [commands] = useState(() => commandsForLoad(appStore.getState()));
  const [choice, setChoice] = useState(() => {
    const { command } = commands.find((one) => one.command.id === loadRun.commandId) ?? commands[0] ?? {};
    return startingChoice(command?.id ?? '');
  });
  const { isRunning, report } = loadRun;
  const chosen = commands.find(({ command }) => command.id === choice.commandId);
  const plan = chosen && planOf(choice, chosen, appStore.getState());
  const parts: ChoiceProps = { choice, commands, onChange: setChoice };
  return (
    <Dialog
      title={texts.title}
      description={texts.description}
      width="wide"
      onClose={() => workspace.closeLoadRun()}
      footer={
        <>
          <Button onClick={() => workspace.closeLoadRun()}>{texts.close}</Button>
          {isRunning ? (
            <Button variant="primary" onClick={() => workspace.stopLoad()}>
              {texts.stop}
            </Button>
          ) : (
            <Button variant="primary" disabled={!plan} onClick={() => plan && void workspace.startLoad(plan)}>
              {report ? texts.again : texts.start}
            </Button>
          )}
        </>
      }
    >
      {commands.length === 0 ? (
        <p>{texts.noCommand}</p>
      ) : (
        <fieldset className={styles.choice} disabled={isRunning}>
          <CommandChoice {...parts} />
          <UserFields {...parts} />
          <StreamChoice {...parts} />
          <HandlingChoice {...parts} />
        </fieldset>
      )}
      <Standing loadRun={loadRun} users={choice.users ?? 0} />
      {report && <LoadFigures report={report} />}
    </Dialog>
  );
};
