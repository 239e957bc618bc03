import { GitBranch, Send, Users, X } from 'lucide-react';
import { type FormEvent, type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import { type DefinitionOf, type Json, type ProgramDecider, programOf } from '#model';
import { type AppState, appStore, type CodeError, isInThePast, type Pace, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { branchTexts } from '../text/branches.ts';
import { clientTexts } from '../text/clients.ts';
import { runTexts } from '../text/run.ts';
import { useApp } from '../useApp.ts';
import styles from './CommandForm.module.css';
import { Clients } from './clients/Clients.tsx';
import { addClient, sendAsAll, sendAsClient } from './clients/clients.ts';
import { useClients } from './clients/clientsStore.ts';
import { dataAfterSending, idsFor, problemsOf, startingData, streamFor, versionOf } from './commandData.ts';
import { type Choice, ExpectationFields, expectationOf, useSeenVersion } from './ExpectationFields.tsx';
import { FieldInputs } from './FieldInputs.tsx';
import { OutcomeBanner } from './OutcomeBanner.tsx';

type Command = DefinitionOf<'command'>;
type Data = { [key: string]: Json };
const noProblems: ReadonlyMap<string, string> = new Map();

const deciderFor = (state: AppState, command: Command): ProgramDecider | undefined => {
  const program = programOf(state.board);
  const found = program.commands.find(({ id }) => id === command.id);
  return program.deciders.find(({ id }) => id === found?.deciderId);
};

const whyBroken = ({ modules }: AppState, decider: ProgramDecider | undefined): CodeError | undefined => {
  const status = decider && modules[decider.id];
  return status?.kind === 'broken' ? status.error : undefined;
};

/** Why the command cannot be decided now. */
const Obstacle = ({ decider, error }: { decider: ProgramDecider | undefined; error: CodeError | undefined }) => {
  if (!decider) return <p className={styles.missing}>{runTexts.noDecider}</p>;
  if (!error) return null;
  return (
    <p className={styles.missing} role="alert">
      {runTexts.brokenCode(decider.name, error)}{' '}
      <Button size="small" onClick={() => workspace.showCode(decider.id, error.place)}>
        {runTexts.goToCode}
      </Button>
    </p>
  );
};

type FooterProps = {
  sendButton: RefObject<HTMLButtonElement | null>;
  isPast: boolean;
  isBroken: boolean;
  onBranch: () => void;
};

const sendWords = (client: string): string => (client ? clientTexts.sendAs(client) : runTexts.send);

const Footer = ({ sendButton, isPast, isBroken, onBranch }: FooterProps) => {
  const isSending = useApp((state) => state.isSending);
  const pace = useApp((state) => state.pace);
  const client = useClients((state) => state.sender);
  return (
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
      {isPast && (
        <Button icon={GitBranch} disabled={isBroken} onClick={onBranch} {...tooltip(branchTexts.branchHereHint)}>
          {branchTexts.branchAndSend}
        </Button>
      )}
      <Button
        ref={sendButton}
        type="submit"
        variant="primary"
        icon={Send}
        aria-disabled={isSending}
        disabled={isBroken}
      >
        {isSending ? runTexts.sending : isPast ? runTexts.returnAndSend : sendWords(client)}
      </Button>
    </footer>
  );
};

type FieldsProps = {
  command: Command;
  decider: ProgramDecider | undefined;
  /** Enter was pressed before the form was there: it sends what the form is filled with. */
  hasEarlyEnter: RefObject<boolean>;
};

const Fields = ({ command, decider, hasEarlyEnter }: FieldsProps) => {
  const events = useApp((state) => state.events);
  const commands = useApp((state) => state.commands);
  const knownIds = useMemo(
    () => idsFor(command, decider, { events, commands }).knownIds,
    [command, decider, events, commands],
  );
  const isPast = useApp(isInThePast);
  const error = useApp((state) => whyBroken(state, decider));
  const [data, setData] = useState<Data>(() => startingData(command, decider, appStore.getState()));
  const [choice, setChoice] = useState<Choice>('latest');
  const [typedVersion, setTypedVersion] = useState<number | null>(null);
  const [isChecked, setChecked] = useState(false);
  const fieldArea = useRef<HTMLDivElement>(null);
  const sendButton = useRef<HTMLButtonElement>(null);
  const stream = decider ? streamFor(decider, data) : '';
  const seen = useSeenVersion(stream);
  const own = typedVersion ?? seen;
  const present = versionOf(events, stream);
  const problems = isChecked ? problemsOf(command.fields, data) : noProblems;

  useEffect(() => {
    const firstField = fieldArea.current?.querySelector<HTMLElement>('input, select, textarea');
    (firstField ?? sendButton.current)?.focus();
    if (hasEarlyEnter.current) sendButton.current?.form?.requestSubmit();
    hasEarlyEnter.current = false;
  }, [hasEarlyEnter]);

  const areClients = useClients(({ names }) => names.length > 0);

  const submit = async (whose: 'all' | 'one' = 'one') => {
    setChecked(true);
    if (problemsOf(command.fields, data).size > 0) return workspace.dismissOutcome();
    sendButton.current?.focus();
    const submission = { type: command.name, data, stream };
    const outcome =
      areClients && stream
        ? await (whose === 'all' ? sendAsAll : sendAsClient)(submission)
        : await workspace.submitCommand({
            type: command.name,
            data,
            ...(stream ? { stream } : {}),
            expectation: expectationOf(choice, seen, own),
          });
    if (outcome?.kind !== 'appended') return;
    setChecked(false);
    setData((sent) => dataAfterSending(command, decider, sent, appStore.getState()));
  };
  const sendNow = (whose: 'all' | 'one') => {
    if (isPast) workspace.returnToNowAnd(() => void submit(whose));
    else void submit(whose);
  };
  const onSubmit = (event: FormEvent) => {
    event.preventDefault();
    sendNow('one');
  };

  return (
    <form className={styles.fields} onSubmit={onSubmit} noValidate>
      <div className={styles.scroll}>
        {stream && areClients && <Clients stream={stream} present={present} onSendAll={() => sendNow('all')} />}
        {command.fields.length === 0 && <p className={styles.quiet}>{runTexts.noFields}</p>}
        <div ref={fieldArea} className={styles.grid}>
          <FieldInputs fields={command.fields} data={data} problems={problems} knownIds={knownIds} onChange={setData} />
        </div>
        {stream && !areClients && (
          <>
            <ExpectationFields
              stream={stream}
              seen={seen}
              present={present}
              choice={choice}
              own={own}
              onChoice={setChoice}
              onOwn={setTypedVersion}
            />
            <Button size="small" icon={Users} onClick={addClient} {...tooltip(clientTexts.severalHint)}>
              {clientTexts.several}
            </Button>
          </>
        )}
      </div>
      <div className={styles.outcome}>
        <Obstacle decider={decider} error={error} />
        <OutcomeBanner />
      </div>
      <Footer
        sendButton={sendButton}
        isPast={isPast}
        isBroken={error !== undefined}
        onBranch={() => workspace.branchHere(() => void submit())}
      />
    </form>
  );
};

/** The form of the command whose run button was pressed: filled so that Enter alone sends something sensible. */
export const CommandForm = ({ hasEarlyEnter }: Pick<FieldsProps, 'hasEarlyEnter'>) => {
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
      <Fields
        key={`${form.commandId}/${decider?.id ?? ''}`}
        command={command}
        decider={decider}
        hasEarlyEnter={hasEarlyEnter}
      />
    </section>
  );
};
