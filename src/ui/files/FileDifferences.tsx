import { ArrowLeft } from 'lucide-react';
import { useEffect, useMemo, useRef } from 'react';
import { type BoardDifference, boardDifferences, bothBoards, visibleText } from '#model';
import { type ComparedFile, hasOtherHistory, workspace } from '#state';
import { runAction } from '../actions/menuItem.ts';
import { Button } from '../kit/Button.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { Messages } from '../shell/Messages.tsx';
import { actionTexts } from '../text/actions.ts';
import { openingFilesTexts as texts } from '../text/openingFiles.ts';
import { wallHistoryTexts } from '../text/wallHistory.ts';
import { useApp } from '../useApp.ts';
import { DifferenceButton } from '../wall-history/DifferenceButton.tsx';
import changes from '../wall-history/Edits.module.css';
import { StillWall } from '../wall-history/StillWall.tsx';
import styles from './FileDifferences.module.css';

type Compared = { file: ComparedFile };

const useFileComparison = ({ board: inFile }: ComparedFile) => {
  const before = useApp((state) => state.board);
  return useMemo(
    () => ({ before, board: bothBoards(before, inFile), differences: boardDifferences(before, inFile) }),
    [before, inFile],
  );
};

const Heading = ({ file, count }: Compared & { count: number }) => {
  const name = useApp((state) => state.board.name);
  const bringsRun = useApp(({ events }) => hasOtherHistory(file, events));
  return (
    <header className={styles.heading}>
      <h1>{texts.title}</h1>
      <p role="status">{texts.of(name, file.fileName, count)}</p>
      <p className={styles.quiet}>{texts.note}</p>
      <div className={styles.buttons}>
        {(count > 0 || bringsRun) && (
          <Button
            {...tooltip(texts.replaceAllHint)}
            onClick={() => void workspace.replaceByFile(texts.replaceLabel(file.fileName))}
          >
            {texts.replaceAll}
          </Button>
        )}
        <Button icon={ArrowLeft} onClick={() => runAction('view.leave')}>
          {actionTexts.backToWall}
        </Button>
      </div>
    </header>
  );
};

const Difference = ({ file, difference }: Compared & { difference: BoardDifference }) => {
  const words = visibleText(wallHistoryTexts.difference(difference));
  return (
    <li className={styles.difference}>
      <DifferenceButton difference={difference} />
      <Button
        size="small"
        aria-label={`${texts.takeOver}: ${words}`}
        onClick={() => workspace.takeOver(texts.takeOverLabel(words, file.fileName), difference)}
      >
        {texts.takeOver}
      </Button>
    </li>
  );
};

const Differences = ({ file, differences }: Compared & { differences: BoardDifference[] }) => (
  <aside className={styles.side} aria-label={texts.differences}>
    {differences.length === 0 && <p className={changes.nothing}>{wallHistoryTexts.nothing}</p>}
    <ul className={styles.list} aria-label={texts.differences}>
      {differences.map((difference) => (
        <Difference key={`${difference.what} ${difference.id}`} file={file} difference={difference} />
      ))}
    </ul>
  </aside>
);

const Comparison = ({ file }: Compared) => {
  const view = useRef<HTMLElement>(null);
  const comparison = useFileComparison(file);
  useEffect(() => view.current?.focus(), []);
  return (
    <main
      ref={view}
      className={styles.view}
      data-region="file-differences"
      data-action-scope="compare"
      aria-label={texts.title}
      tabIndex={-1}
    >
      <Heading file={file} count={comparison.differences.length} />
      <div className={styles.middle}>
        <StillWall comparison={comparison} isRead label={texts.title} />
        <Differences file={file} differences={comparison.differences} />
      </div>
      <Messages />
    </main>
  );
};

/** A file held against the model that it is one of: each difference can be taken over by itself. */
export const FileDifferences = () => {
  const file = useApp((state) => state.comparedFile);
  return file && <Comparison file={file} />;
};
