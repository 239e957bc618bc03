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

const CommandButton = ({ commandId }: { commandId: string }) => {
  const command = useApp(({ commands }) => commandLogOf(commands).byId.get(commandId));
  if (!command) return null;
  const { type, stream, afterPosition } = command;
  return (
    <button
      type="button"
      className={styles.command}
      aria-label={texts.goTo(type, afterPosition)}
      onClick={() => goToCommand(command)}
    >
      {type} <span>{texts.place(stream, afterPosition)}</span>
    </button>
  );
};

const Difference = ({ commandId, before, after }: Redecided['different'][number]) => (
  <li>
    <CommandButton commandId={commandId} />
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
        {same.map((commandId) => (
          <li key={commandId}>
            <CommandButton commandId={commandId} />
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
              <Difference key={one.commandId} {...one} />
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
