import { CircleCheck } from 'lucide-react';
import { type ReactNode, useRef } from 'react';
import { type Advice, notesOf } from '#model';
import { appStore, type InspectorTab, workspace } from '#state';
import { atLine } from '../../editor/codeProblems.ts';
import { Badge } from '../../kit/Badge.tsx';
import { Button } from '../../kit/Button.tsx';
import { EmptyState } from '../../kit/EmptyState.tsx';
import { adviceTexts } from '../../text/advice.ts';
import { faultTexts } from '../../text/faults.ts';
import { problemTexts as texts } from '../../text/inspector.ts';
import { lifeCycleTexts } from '../../text/lifeCycle.ts';
import { useApp } from '../../useApp.ts';
import adviceStyles from './Advice.module.css';
import { AdviceList } from './AdviceList.tsx';
import styles from './Problems.module.css';
import { areThereAny } from './problemsOf.ts';
import { useProblems } from './useProblems.ts';

/** What is wrong with the model, each leading to where it can be mended. */
export const Problems = () => {
  const problems = useProblems();
  const advice = useApp((state) => state.advice);
  const heading = useRef<HTMLHeadingElement>(null);
  if (!areThereAny(problems) && advice.length === 0) {
    return (
      <EmptyState icon={CircleCheck} title={texts.none}>
        {texts.noneHint}
      </EmptyState>
    );
  }
  return (
    <div className={styles.problems}>
      <h2 ref={heading} tabIndex={-1}>
        {texts.problems}
      </h2>
      <Group title={texts.code}>
        {problems.code.map(({ name, problem }) => (
          <Problem
            key={`${problem.definitionId} ${problem.line} ${problem.message}`}
            name={name}
            text={atLine(problem)}
            onGo={() => workspace.showCode(problem.definitionId, placeOf(problem))}
          />
        ))}
      </Group>
      <Group title={texts.types}>
        {problems.types.map(({ name, definitionId, problem }) => (
          <Problem
            key={`${definitionId} ${problem.file} ${problem.line} ${problem.message}`}
            name={name}
            text={atLine(problem)}
            onGo={() => workspace.showCode(definitionId, placeOf(problem))}
          />
        ))}
      </Group>
      <Group title={texts.specifications}>
        {problems.specifications.map(({ id, definitionId, name, of }) => (
          <Problem key={id} name={of} text={name} onGo={() => show(definitionId, 'specifications')} />
        ))}
      </Group>
      <Group title={texts.readModels}>
        {problems.stoppedReadModels.map(({ id, name, position, message }) => (
          <Problem key={id} name={name} text={texts.stopped(position, message)} onGo={() => show(id, 'code')}>
            <Button size="small" onClick={() => workspace.retryReadModel(id)}>
              {texts.tryAgain}
            </Button>
          </Problem>
        ))}
      </Group>
      <Group title={texts.policies}>
        {problems.stoppedPolicies.map(({ id, name, position, message }) => (
          <Problem
            key={id}
            name={name}
            text={message === undefined ? faultTexts.policyIsDown : faultTexts.policyStopped({ position, message })}
            onGo={() => show(id, 'details')}
          >
            <Button
              size="small"
              onClick={() => workspace.controlPolicy(id, { kind: message === undefined ? 'restart' : 'retry' })}
            >
              {message === undefined ? lifeCycleTexts.restart : texts.tryAgain}
            </Button>
          </Problem>
        ))}
      </Group>
      <Group title={texts.storedEvents}>
        {problems.storedEvents.map(({ definition, misfit }) => (
          <Problem
            key={`${definition.id} ${misfit.reason} ${misfit.path}`}
            name={definition.name}
            text={misfit.sentence}
            onGo={() => show(definition.id, 'details')}
          />
        ))}
      </Group>
      <CoachSays
        advice={advice}
        isAllRight={!areThereAny(problems)}
        onDone={() => heading.current?.focus({ preventScroll: true })}
      />
    </div>
  );
};

type CoachSaysProps = { advice: readonly Advice[]; isAllRight: boolean; onDone: () => void };

/** Warnings in sight; what is only good to know stays folded, so that nobody who has just begun is nagged. */
const CoachSays = ({ advice, isAllRight, onDone }: CoachSaysProps) => {
  const warnings = advice.filter(({ severity }) => severity === 'warning');
  const others = advice.filter(({ severity }) => severity === 'information');
  return (
    <>
      {warnings.length > 0 && (
        <section>
          <h3 className={styles.title}>{adviceTexts.warnings}</h3>
          <AdviceList advice={warnings} tone="warning" onDone={onDone} />
        </section>
      )}
      {warnings.length === 0 && isAllRight && (
        <p className={styles.allRight}>
          <CircleCheck size={16} aria-hidden="true" />
          {texts.none}
        </p>
      )}
      {others.length > 0 && (
        <details className={adviceStyles.more}>
          <summary>
            {adviceTexts.advice} <Badge>{others.length}</Badge>
          </summary>
          <div>
            <AdviceList advice={others} tone="neutral" onDone={onDone} />
          </div>
        </details>
      )}
    </>
  );
};

const placeOf = ({ file, line }: { file?: string; line?: number }) => ({
  ...(file !== undefined && { file }),
  ...(line !== undefined && { line }),
});

const show = (definitionId: string, tab: InspectorTab): void => {
  const [note] = notesOf(appStore.getState().board, definitionId);
  if (!note) return;
  workspace.setInspectorTab(tab);
  workspace.select({ noteIds: [note.id], connectionIds: [] });
};

const Group = ({ title, children }: { title: string; children: ReactNode[] }) =>
  children.length === 0 ? null : (
    <section>
      <h3 className={styles.title}>{title}</h3>
      <ul>{children}</ul>
    </section>
  );

type ProblemProps = { name: string; text: string; onGo: () => void; children?: ReactNode };

const Problem = ({ name, text, onGo, children }: ProblemProps) => (
  <li className={styles.problem}>
    <button type="button" className={styles.go} onClick={onGo}>
      <strong>{name}</strong>
      <span>{text}</span>
    </button>
    {children}
  </li>
);
