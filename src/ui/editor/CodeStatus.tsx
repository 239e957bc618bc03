import { CircleAlert, CircleCheck, CircleDashed, TriangleAlert } from 'lucide-react';
import { workspace } from '#state';
import { formatKeys } from '../kit/formatKeys.ts';
import { codeTexts } from '../text/code.ts';
import { useApp } from '../useApp.ts';
import styles from './CodeStatus.module.css';
import { type CodeProblem, statusOf, type TypeProblem } from './codeProblems.ts';

type CodeStatusProps = {
  definitionId: string;
  path: string;
  problems: CodeProblem[];
  typeProblems: TypeProblem[];
  /** What else there is to say of the pane itself. */
  note: string | null;
  hasTabTrap: boolean;
};

const icons = {
  refused: CircleAlert,
  broken: CircleAlert,
  advice: TriangleAlert,
  works: CircleCheck,
  idle: CircleDashed,
};

/** One line under the code: whether it works, and else where it does not. */
export const CodeStatus = ({ definitionId, path, problems, typeProblems, note, hasTabTrap }: CodeStatusProps) => {
  const isLoaded = useApp(({ modules }) => modules[definitionId] !== undefined);
  const { tone, text, file = path, line } = statusOf({ isLoaded, problems, typeProblems });
  const Icon = icons[tone];
  return (
    <footer className={styles.status} data-tone={tone}>
      <Icon size={15} aria-hidden="true" />
      <output className={styles.words}>
        {line === undefined ? (
          text
        ) : (
          <button
            type="button"
            className={styles.place}
            onClick={() => workspace.showCode(definitionId, { file, line })}
          >
            {text}
          </button>
        )}
        {tone === 'refused' && <span className={styles.more}>{codeTexts.stillInForce}</span>}
        {note && <span className={styles.more}>{note}</span>}
      </output>
      {hasTabTrap && !note && line === undefined && (
        <span className={styles.hint}>{codeTexts.tabHint(formatKeys('Control+KeyM'))}</span>
      )}
    </footer>
  );
};
