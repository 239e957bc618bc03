import { Send, X } from 'lucide-react';
import { type FormEvent, useEffect, useMemo, useRef, useState } from 'react';
import { type DefinitionOf, type Json, type ProgramDecider, programOf } from '#model';
import { type AppState, appStore, type Expectation, type Pace, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { NumberField } from '../kit/NumberField.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { Select } from '../kit/Select.tsx';
import { runTexts } from '../text/run.ts';
import { useApp } from '../useApp.ts';
import styles from './CommandForm.module.css';
import { dataAfterSending, idsFor, problemsOf, startingData, streamFor, versionOf } from './commandData.ts';
import { FieldInputs } from './FieldInput.tsx';
import { OutcomeBanner } from './OutcomeBanner.tsx';

type Command = DefinitionOf<'command'>;
type Data = { [key: string]: Json };
const noProblems: ReadonlyMap<string, string> = new Map();

type Choice = 'latest' | 'as-seen' | 'no-stream' | 'any' | 'number';

const expectationOf = (choice: Choice, seen: number, own: number): Expectation => {
  switch (choice) {
    case 'as-seen':
      return seen === 0 ? 'no-stream' : seen;
    case 'number':
      return own;
    default:
      return choice;
  }
};

const ExpectationFields = ({
  stream,
  seen,
  present,
  choice,
  own,
  onChoice,
  onOwn,
}: {
  stream: string;
  seen: number;
  present: number;
  choice: Choice;
  own: number;
  onChoice: (choice: Choice) => void;
  onOwn: (version: number) => void;
}) => (
  <div className={styles.expectation}>
    <p className={styles.stream}>
      <strong>{stream}</strong>
      <span>
        {present === 0 ? runTexts.newStream : runTexts.youSaw(seen)}
        {present !== seen && present !== 0 && `; ${runTexts.isNowAt(present)}`}
      </span>
    </p>
    <Select<Choice>
      label={runTexts.expect}
      size="small"
      value={choice}
      onChange={onChoice}
      options={[
        { value: 'latest', label: runTexts.latest },
        { value: 'as-seen', label: runTexts.asSeen(seen) },
        { value: 'no-stream', label: runTexts.noStream },
        { value: 'any', label: runTexts.any },
        { value: 'number', label: runTexts.aNumber },
      ]}
    />
    {choice === 'number' && (
      <NumberField
        label={runTexts.versionNumber}
        size="small"
        value={own}
        onChange={(version) => onOwn(Math.max(0, Math.trunc(version ?? 0)))}
      />
    )}
  </div>
);

/** What the person saw of the stream when it was chosen; events that come in later do not change it. */
const useSeenVersion = (stream: string): { seen: number; lookAgain: () => void } => {
  const look = () => ({ stream, version: versionOf(appStore.getState().events, stream) });
  const [seen, setSeen] = useState(look);
  if (seen.stream !== stream) setSeen(look());
  return { seen: seen.stream === stream ? seen.version : look().version, lookAgain: () => setSeen(look()) };
};

const deciderFor = (state: AppState, command: Command): ProgramDecider | undefined => {
  const program = programOf(state.board);
  const found = program.commands.find(({ id }) => id === command.id);
  return program.deciders.find(({ id }) => id === found?.deciderId);
};

const Fields = ({ command, decider }: { command: Command; decider: ProgramDecider | undefined }) => {
  const events = useApp((state) => state.events);
  const commands = useApp((state) => state.commands);
  const knownIds = useMemo(
    () => idsFor(command, decider, { events, commands }).knownIds,
    [command, decider, events, commands],
  );
  const isSending = useApp((state) => state.isSending);
  const isPast = useApp((state) => state.cursor !== 'now');
  const pace = useApp((state) => state.pace);
  const broken = useApp((state) => decider && state.modules[decider.id]?.kind === 'broken');
  const [data, setData] = useState<Data>(() => startingData(command, decider, appStore.getState()));
  const [choice, setChoice] = useState<Choice>('latest');
  const [own, setOwn] = useState(0);
  const [isChecked, setChecked] = useState(false);
  const fieldArea = useRef<HTMLDivElement>(null);
  const sendButton = useRef<HTMLButtonElement>(null);
  const stream = decider ? streamFor(decider, data) : '';
  const { seen, lookAgain } = useSeenVersion(stream);
  const present = versionOf(events, stream);
  const problems = isChecked ? problemsOf(command.fields, data) : noProblems;

  useEffect(() => {
    const firstField = fieldArea.current?.querySelector<HTMLElement>('input, select, textarea');
    (firstField ?? sendButton.current)?.focus();
  }, []);

  const submit = async () => {
    setChecked(true);
    if (problemsOf(command.fields, data).size > 0) return;
    sendButton.current?.focus();
    const outcome = await workspace.submitCommand({
      type: command.name,
      data,
      ...(stream ? { stream } : {}),
      expectation: expectationOf(choice, seen, own),
    });
    if (outcome?.kind !== 'appended') return;
    lookAgain();
    setChecked(false);
    setData((sent) => dataAfterSending(command, decider, sent, appStore.getState()));
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (isPast) workspace.returnToNowAnd(() => void submit());
    else void submit();
  };

  return (
    <form className={styles.fields} onSubmit={onSubmit} noValidate>
      <div className={styles.scroll}>
        {command.fields.length === 0 && <p className={styles.quiet}>{runTexts.noFields}</p>}
        <div ref={fieldArea} className={styles.grid}>
          <FieldInputs fields={command.fields} data={data} problems={problems} knownIds={knownIds} onChange={setData} />
        </div>
        {stream && (
          <ExpectationFields
            stream={stream}
            seen={seen}
            present={present}
            choice={choice}
            own={own}
            onChoice={setChoice}
            onOwn={setOwn}
          />
        )}
        {!decider && <p className={styles.missing}>{runTexts.noDecider}</p>}
        {broken && decider && (
          <p className={styles.missing} role="alert">
            {runTexts.brokenCode(decider.name)}{' '}
            <Button size="small" onClick={() => workspace.showCode(decider.id)}>
              {runTexts.goToCode}
            </Button>
          </p>
        )}
      </div>
      <div className={styles.outcome}>
        <OutcomeBanner />
      </div>
      <footer className={styles.footer}>
        <Segmented<Pace>
          label={runTexts.pace}
          value={pace}
          onChange={workspace.setPace}
          segments={[
            { value: 'instant', label: runTexts.instant },
            { value: 'slow', label: runTexts.slow },
            { value: 'by-hand', label: runTexts.byHand },
          ]}
        />
        <Button
          ref={sendButton}
          type="submit"
          variant="primary"
          icon={Send}
          aria-disabled={isSending}
          disabled={Boolean(broken)}
        >
          {isSending ? runTexts.sending : isPast ? runTexts.returnAndSend : runTexts.send}
        </Button>
      </footer>
    </form>
  );
};

/** The form of the command whose run button was pressed: filled so that Enter alone sends something sensible. */
export const CommandForm = () => {
  const form = useApp((state) => state.form);
  const command = useApp((state) => (form ? state.board.definitions[form.commandId] : undefined));
  const board = useApp((state) => state.board);
  const decider = useMemo(
    () => (command?.kind === 'command' ? deciderFor({ ...appStore.getState(), board }, command) : undefined),
    [board, command],
  );
  if (!form || command?.kind !== 'command') return null;
  return (
    <section
      className={styles.form}
      aria-label={command.name}
      data-action-scope="form"
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.preventDefault();
        workspace.closeForm();
      }}
    >
      <header className={styles.header}>
        <h2>{command.name}</h2>
        <IconButton icon={X} label={runTexts.close} keys="Escape" onClick={() => workspace.closeForm()} />
      </header>
      <Fields key={`${form.commandId}/${decider?.id ?? ''}`} command={command} decider={decider} />
    </section>
  );
};
