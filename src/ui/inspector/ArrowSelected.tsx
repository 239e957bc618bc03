import { Trash2 } from 'lucide-react';
import type { Connection } from '#model';
import { workspace } from '#state';
import { runAction } from '../actions/menuItem.ts';
import { definitionOfNote } from '../canvas/describeNote.ts';
import { bringIntoView } from '../canvas/view.ts';
import { Button } from '../kit/Button.tsx';
import { arrowTexts as texts } from '../text/arrows.ts';
import { canvasActionTexts } from '../text/canvasActions.ts';
import { inspectorTexts } from '../text/inspector.ts';
import { useApp } from '../useApp.ts';
import styles from './Inspector.module.css';
import { adviceAt } from './problems/adviceGroups.ts';
import { NoteAdvice } from './problems/NoteAdvice.tsx';
import { Sticker } from './Sticker.tsx';

const End = ({ label, noteId }: { label: string; noteId: string }) => {
  const definition = useApp(({ board }) => definitionOfNote(board, noteId));
  if (!definition) return null;
  const goTo = () => {
    workspace.select({ noteIds: [noteId], connectionIds: [] });
    bringIntoView(noteId);
  };
  return (
    <li>
      <button type="button" aria-label={texts.goTo(label, definition.name)} onClick={goTo}>
        <span className={styles.end}>{label}</span>
        <Sticker kind={definition.kind} size={14} />
        {definition.name}
      </button>
    </li>
  );
};

/** An arrow: its ends, what it means, and what the coach says of it. */
export const ArrowSelected = ({ connection }: { connection: Connection }) => {
  const { id, from, to } = connection;
  const meaning = useApp(({ board }) => {
    const [start, end] = [definitionOfNote(board, from)?.kind, definitionOfNote(board, to)?.kind];
    return start && end ? texts.meaning(start, end) : '';
  });
  return (
    <div className={styles.scroll}>
      <div className={styles.plain}>
        <h2>{inspectorTexts.arrow}</h2>
        <ul className={styles.list} aria-label={texts.ends}>
          <End label={texts.from} noteId={from} />
          <End label={texts.to} noteId={to} />
        </ul>
        {meaning !== '' && <p className={styles.quiet}>{meaning}</p>}
        <NoteAdvice about={adviceAt.arrow(id)} />
        <Button icon={Trash2} size="small" className={styles.removeArrow} onClick={() => runAction('wall.delete')}>
          {canvasActionTexts.removeArrow}
        </Button>
      </div>
    </div>
  );
};
