import { useEffect, useId, useState } from 'react';
import { type Difference, isProcessCode, lineOfHandling, pathFromText, type Specification } from '#model';
import { type GivenChange, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { whyTexts } from '../text/why.ts';
import { whyPaneTexts } from '../text/whyPane.ts';
import { useApp } from '../useApp.ts';
import { BeforeAfter } from '../why/ChangeWords.tsx';
import styles from './WhyDifference.module.css';

type Message = {
  definitionId: string;
  type: string;
  kind: 'event' | 'command' | 'answer';
  made?: GivenChange['made'];
};

const Line = ({ definitionId, type, kind, made }: Message) => {
  const board = useApp((state) => state.board);
  const place = made ?? lineOfHandling(board, definitionId, type, kind);
  if (!place) return null;
  return (
    <Button size="small" variant="quiet" onClick={() => workspace.showCode(definitionId, place)}>
      {whyPaneTexts.line(place.line)}
    </Button>
  );
};

type QuestionProps = {
  path: string;
  /** What came of the last run: another run has other reasons. */
  differences: Difference[];
  specification: Specification;
};

const useGivenChanges = ({ path, differences, specification }: QuestionProps): GivenChange[] | null => {
  const [changes, setChanges] = useState<GivenChange[] | null>(null);
  useEffect(() => {
    if (specification.subject !== 'read-model' || differences.length === 0) return;
    let isWanted = true;
    const [, documentId, ...within] = pathFromText(path);
    void workspace
      .whyGiven({ specification, documentId: String(documentId ?? ''), path: within })
      .then((found) => isWanted && setChanges(found));
    return () => {
      isWanted = false;
    };
  }, [path, differences, specification]);
  return changes;
};

/** The given events that made the value of a document. */
const OfDocument = (question: QuestionProps) => {
  const changes = useGivenChanges(question);
  if (!changes) return null;
  if (changes.length === 0) return <p>{whyPaneTexts.noGiven}</p>;
  return (
    <ol>
      {changes.map(({ given, type, made, ...change }) => (
        <li key={given}>
          <strong>{whyPaneTexts.given(given, type)}</strong> <BeforeAfter {...change} />
          <Line definitionId={question.specification.definitionId} type={type} kind="event" {...(made && { made })} />
        </li>
      ))}
    </ol>
  );
};

type DecidedProps = {
  specification: Extract<Specification, { subject: 'decider' | 'policy' }>;
  differences: Difference[];
};

/** A policy that keeps no state reacts; all others decide. */
const useDecidesBy = ({ definitionId }: Specification): 'command' | 'answer' =>
  useApp(({ board }) => {
    const definition = board.definitions[definitionId];
    return definition?.kind === 'policy' && !isProcessCode(definition.code) ? 'answer' : 'command';
  });

/** Of what came of the last run; nothing before it is known. */
const useLineOfDecision = ({ specification, differences }: DecidedProps): GivenChange['made'] => {
  const [line, setLine] = useState<GivenChange['made']>();
  // biome-ignore lint/correctness/useExhaustiveDependencies: what came of another run is decided elsewhere
  useEffect(() => {
    let isWanted = true;
    void workspace.lineOfDecision(specification).then((found) => isWanted && setLine(found ?? undefined));
    return () => {
      isWanted = false;
    };
  }, [specification, differences]);
  return line;
};

/** Where it was decided, and the given events that led to the state that it was decided on. */
const OfDecision = ({ specification, differences }: DecidedProps) => {
  const { definitionId, when, given } = specification;
  const decidesBy = useDecidesBy(specification);
  const made = useLineOfDecision({ specification, differences });
  return (
    <ol>
      <li>
        <strong>{whyPaneTexts.decided(when.type)}</strong>
        <Line definitionId={definitionId} type={when.type} kind={decidesBy} {...(made && { made })} />
      </li>
      {given
        .map(({ type }, index) => ({ type, number: index + 1 }))
        .toReversed()
        .map(({ type, number }) => (
          <li key={number}>
            <strong>{whyPaneTexts.given(number, type)}</strong>
            <Line definitionId={definitionId} type={type} kind="event" />
          </li>
        ))}
    </ol>
  );
};

/** Which given events made what differs, with the lines that took them in. */
export const WhyDifference = (question: QuestionProps) => {
  const { specification, path } = question;
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  return (
    <div className={styles.why}>
      <Button
        size="small"
        variant="quiet"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        aria-label={whyPaneTexts.whyDifference(path)}
        onClick={() => setOpen(!isOpen)}
      >
        {whyTexts.why}
      </Button>
      {isOpen && (
        <div id={id}>
          {specification.subject === 'read-model' ? (
            <OfDocument {...question} />
          ) : (
            <OfDecision specification={specification} differences={question.differences} />
          )}
        </div>
      )}
    </div>
  );
};
