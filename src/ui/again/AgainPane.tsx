import { GitBranch, RotateCw, X } from 'lucide-react';
import type { KeyboardEvent } from 'react';
import { commandLogOf, type Redecided, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { describeEnding, againTexts as texts } from '../text/again.ts';
import { goToCommand } from '../timeline/goToCommand.ts';
import { useApp } from '../useApp.ts';
import styles from './AgainPane.module.css';
import { type Tried, useAgain } from './againStore.ts';
import { branchBeforeFirst, closeAgain, isUpToDate, tryAgain } from './trying.ts';

type One = Pick<Redecided['different'][number], 'commandId' | 'policyId'>;

/** A command or delivery by its type; the answer of a policy by the policy, at the first command of it. */
const CommandButton = ({ commandId, policyId }: One) => {
  const command = useApp(({ commands }) => commandLogOf(commands).byId.get(commandId));
  const policy = useApp(({ board }) => (policyId === undefined ? undefined : board.definitions[policyId]?.name));
  if (!command) return null;
  const { stream, afterPosition } = command;
  const name = policy ?? command.type;
  return (
    <button
      type="button"
      className={styles.command}
      aria-label={texts.goTo(name, afterPosition)}
      onClick={() => goToCommand(command)}
    >
      {name} <span>{texts.place(stream, afterPosition)}</span>
    </button>
  );
};

/** A policy's answer begins with a command that is a case of its own. */
const keyOf = ({ commandId, policyId = '' }: One): string => `${commandId} ${policyId}`;

const Difference = ({ before, after, ...one }: Redecided['different'][number]) => (
  <li>
    <CommandButton {...one} />
    <dl className={styles.endings}>
      <dt>{texts.then}</dt>
      <dd>
        <del>{describeEnding(before, after)}</del>
      </dd>
      <dt>{texts.now}</dt>
      <dd>
        <ins>{describeEnding(after, before)}</ins>
      </dd>
    </dl>
  </li>
);

const Same = ({ result: { same, decided, differences } }: { result: Redecided }) =>
  same.length > 0 && (
    <details className={styles.same}>
      <summary>{texts.same(decided - differences)}</summary>
      <ul>
        {same.map((one) => (
          <li key={keyOf(one)}>
            <CommandButton {...one} />
          </li>
        ))}
      </ul>
    </details>
  );

const Result = ({ tried }: { tried: Tried }) => {
  const { result } = tried;
  const isCurrent = useApp((state) => isUpToDate(tried, state));
  const { different, differences } = result;
  return (
    <>
      {!isCurrent && <p className={styles.quiet}>{texts.stale}</p>}
      <p className={styles.quiet}>{texts.how}</p>
      {different.length > 0 && (
        <>
          <Button
            size="small"
            icon={GitBranch}
            disabled={!isCurrent}
            onClick={() => branchBeforeFirst(tried)}
            {...tooltip(texts.branchHint)}
          >
            {texts.branch}
          </Button>
          <ul className={styles.different} aria-label={texts.different}>
            {different.map((one) => (
              <Difference key={keyOf(one)} {...one} />
            ))}
          </ul>
        </>
      )}
      {differences > different.length && <p className={styles.quiet}>{texts.more(differences - different.length)}</p>}
      <Same result={result} />
    </>
  );
};

const useWork = () => {
  const scope = useAgain((state) => state.scope);
  return useAgain(({ work }) => (work?.scope === scope ? work : null));
};

/** How each recorded command would end on the present code. */
export const AgainPane = () => {
  const modelId = useApp((state) => state.modelId);
  const known = useAgain((state) => state.tried[state.scope]);
  const tried = known?.basis.modelId === modelId ? known : undefined;
  const work = useWork();
  const closeByKey = (event: KeyboardEvent): void => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    closeAgain();
  };
  const summary = tried && [texts.summary(tried.result), texts.stopWords(tried.result)].join(' ').trim();
  return (
    <section className={styles.pane} aria-label={texts.pane} tabIndex={-1} onKeyDown={closeByKey} data-again>
      <header>
        <p role="status">
          {work ? (
            <>
              <progress
                {...(work.total > 0 && { value: work.done, max: work.total })}
                aria-label={texts.working(0, 0)}
              />{' '}
              {texts.working(work.done, work.total)}
            </>
          ) : (
            summary
          )}
        </p>
        {work ? (
          <Button size="small" onClick={() => workspace.stopRedeciding()}>
            {texts.cancel}
          </Button>
        ) : (
          <IconButton size="small" icon={RotateCw} label={texts.again} onClick={() => void tryAgain()} />
        )}
        <IconButton size="small" icon={X} label={texts.close} keys="Escape" onClick={closeAgain} />
      </header>
      {tried && <Result tried={tried} />}
    </section>
  );
};
