import { type Definition, notesOf } from '#model';
import { workspace } from '#state';
import { inspectorTexts } from '../text/inspector.ts';
import { useApp } from '../useApp.ts';
import { ArrangeSelected } from './ArrangeSelected.tsx';
import styles from './Inspector.module.css';
import { Sticker } from './Sticker.tsx';

/** Beyond this the list is no help any more, and takes long to draw. */
const mostListed = 100;

/** Several notes at once: a list to pick one from. */
export const SeveralSelected = ({
  notes,
  arrows,
  definitions,
}: {
  notes: number;
  arrows: number;
  definitions: Definition[];
}) => {
  const board = useApp((state) => state.board);
  const pick = (definitionId: string) =>
    workspace.select({
      noteIds: notesOf(board, definitionId)
        .slice(0, 1)
        .map(({ id }) => id),
      connectionIds: [],
    });
  return (
    <div className={styles.scroll}>
      <div className={styles.plain}>
        <h2>{inspectorTexts.selected(notes, arrows)}</h2>
        <ArrangeSelected />
        <ul className={styles.list}>
          {definitions.slice(0, mostListed).map(({ id, kind, name }) => (
            <li key={id}>
              <button type="button" onClick={() => pick(id)}>
                <Sticker kind={kind} size={14} />
                {name}
              </button>
            </li>
          ))}
        </ul>
        {definitions.length > mostListed && <p>{inspectorTexts.andMore(definitions.length - mostListed)}</p>}
      </div>
    </div>
  );
};
