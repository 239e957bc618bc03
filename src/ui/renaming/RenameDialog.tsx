import { useEffect, useLayoutEffect, useMemo, useState } from 'react';
import { isFarReaching, planRename, type Rename, type RenamePlan, renameIntents } from '#model';
import { appStore } from '#state';
import { makeEdit } from '../canvas/makeEdit.ts';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { renamingTexts as texts } from '../text/renaming.ts';
import { useApp } from '../useApp.ts';
import { CodePlaces } from './CodePlaces.tsx';
import styles from './RenameDialog.module.css';
import { closeRename, hasStreams, oldNameOf, renameOnly } from './renameStore.ts';
import { useStoredUnder } from './useStoredUnder.ts';

/** Shows what a new name changes beside the note, before anything is changed. Closes by itself where that is nothing. */
export const RenameDialog = ({ asked }: { asked: Rename }) => {
  const board = useApp((state) => state.board);
  const events = useApp((state) => state.events);
  const [isAlike, setAlike] = useState(false);
  const rename = useMemo(
    () => withAlike(asked, isAlike ? planRename(board, asked).alike : []),
    [asked, board, isAlike],
  );
  const plan = useMemo(() => planRename(board, rename), [board, rename]);
  const { count: stored, isWhole } = useStoredUnder(board, events, rename);
  const [turned, setTurned] = useState<ReadonlySet<string>>(new Set());
  const [isStoredRead, setStoredRead] = useState(true);
  const alike = useMemo(() => planRename(board, asked).alike, [board, asked]);
  useFocusBack();
  const hasNothingToAsk = !isFarReaching(plan) && isWhole && stored === 0 && !isAlike;

  useLayoutEffect(() => {
    if (!hasNothingToAsk) return;
    renameOnly(asked);
    closeRename();
  }, [hasNothingToAsk, asked]);
  if (hasNothingToAsk) return null;

  const oldName = oldNameOf(asked);
  const isChosen = ({ id, isSure }: RenamePlan['places'][number]): boolean => isSure !== turned.has(id);
  const turn = (id: string) =>
    setTurned((present) => new Set(present.has(id) ? without(present, id) : [...present, id]));
  const renameAll = () => {
    const placeIds = new Set(plan.places.filter(isChosen).map(({ id }) => id));
    makeRename(rename, plan, { placeIds, isStoredRead: isStoredRead && stored > 0 });
    closeRename();
  };
  const renameAlone = () => {
    renameOnly(rename);
    closeRename();
  };
  return (
    <Dialog
      title={texts.rename(oldName, asked.to)}
      description={texts.description}
      width="wide"
      onClose={closeRename}
      footer={
        <>
          <Button onClick={closeRename}>{texts.cancel}</Button>
          <Button onClick={renameAlone}>{asked.kind === 'field' ? texts.fieldOnly : texts.noteOnly}</Button>
          <Button variant="primary" autoFocus onClick={renameAll}>
            {texts.all}
          </Button>
        </>
      }
    >
      <div className={styles.parts}>
        {alike.length > 0 && (
          <div>
            <Checkbox label={texts.alike(alike.length)} isChecked={isAlike} onChange={setAlike} />
            <p className={styles.names}>{alike.map(({ name }) => name).join(', ')}</p>
          </div>
        )}
        <CodePlaces places={plan.places} isChosen={isChosen} onTurn={turn} />
        <Beside plan={plan} />
        {!isWhole && stored === 0 && <p className={styles.names}>{texts.stillLooking}</p>}
        {stored > 0 && (
          <div>
            <p className={styles.names}>
              {asked.kind === 'field' ? texts.storedFields(stored, oldName) : texts.storedNames(stored, oldName)}
              {!isWhole && ` ${texts.stillLooking}`}
            </p>
            <Checkbox label={texts.readStored(asked.to)} isChecked={isStoredRead} onChange={setStoredRead} />
          </div>
        )}
      </div>
    </Dialog>
  );
};

/** The focus goes back to where it was: the main button of the dialog took it before the dialog could remember. */
const useFocusBack = (): void => {
  const [before] = useState(() => document.activeElement);
  useEffect(() => () => (before instanceof HTMLElement ? before.focus({ preventScroll: true }) : undefined), [before]);
};

const withAlike = (rename: Rename, alike: RenamePlan['alike']): Rename =>
  rename.kind === 'field'
    ? { ...rename, definitionIds: [...rename.definitionIds, ...alike.map(({ definitionId }) => definitionId)] }
    : rename;

const without = (ids: ReadonlySet<string>, id: string): string[] => [...ids].filter((one) => one !== id);

type Chosen = { placeIds: ReadonlySet<string>; isStoredRead: boolean };

const makeRename = (rename: Rename, plan: RenamePlan, chosen: Chosen): void => {
  const { board } = appStore.getState();
  const isInUse = rename.kind === 'definition' && hasStreams(board.definitions[rename.definitionId]);
  makeEdit(
    texts.rename(oldNameOf(rename), rename.to),
    renameIntents(board, rename, plan, { ...chosen, hasStreams: isInUse }),
  );
};

/** What changes beside the code, and what the person has to see to. */
const Beside = ({ plan: { specifications, streams, byHand } }: { plan: RenamePlan }) => (
  <>
    {specifications.length > 0 && (
      <section>
        <h3>{texts.specifications(specifications.length)}</h3>
        <p className={styles.names}>{specifications.map(({ name }) => name).join(' · ')}</p>
      </section>
    )}
    {streams.length > 0 && (
      <p>
        {texts.streams(
          streams.map(({ name }) => name),
          streams[0]?.naming.idField ?? '',
        )}
      </p>
    )}
    {byHand.length > 0 && (
      <section className={styles.byHand}>
        <h3>{texts.byHand}</h3>
        <p>{texts.byHandHint}</p>
        <ul className={styles.list}>
          {byHand.map(({ definitionId, name, file, line, text }) => (
            <li key={`${definitionId} ${file} ${line}`}>
              {name} <span>{texts.line(line)}</span> <code>{text}</code>
            </li>
          ))}
        </ul>
      </section>
    )}
  </>
);
