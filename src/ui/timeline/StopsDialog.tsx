import { CircleDot, Play, Trash2 } from 'lucide-react';
import { bookmarksHere, workspace } from '#state';
import { CommittedField } from '../inspector/fields/CommittedField.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { historyTexts as texts } from '../text/history.ts';
import { useApp } from '../useApp.ts';
import { nameOfBreakpoint } from './nameOfBreakpoint.ts';
import styles from './StopsDialog.module.css';

const Bookmarks = ({ onClose }: { onClose: () => void }) => {
  const bookmarks = useApp((state) => state.bookmarks);
  const runs = useApp((state) => state.runs);
  return bookmarksHere({ bookmarks, runs }).map(({ id, position, name }) => (
    <li key={id} className={styles.row}>
      <span className={styles.number}>{position}</span>
      <CommittedField
        label={texts.nameOfBookmark(position)}
        isLabelHidden
        value={name}
        check={(typed) => (typed.trim() === '' ? texts.nameNeeded : null)}
        onCommit={(typed) => workspace.renameBookmark(id, typed)}
      />
      <IconButton
        icon={Play}
        label={texts.goToBookmark(name)}
        onClick={() => {
          workspace.seek(position);
          onClose();
        }}
      />
      <IconButton icon={Trash2} label={texts.remove(name)} onClick={() => workspace.toggleBookmark(position)} />
    </li>
  ));
};

const Breakpoints = () => {
  const breakpoints = useApp((state) => state.breakpoints);
  const board = useApp((state) => state.board);
  return breakpoints.map((breakpoint) => {
    const name = nameOfBreakpoint(breakpoint, board);
    return (
      <li key={`${breakpoint.on} ${breakpoint.value}`} className={styles.row}>
        <CircleDot size={15} aria-hidden="true" className={styles.breakpoint} />
        <span className={styles.name}>{name}</span>
        <IconButton icon={Trash2} label={texts.remove(name)} onClick={() => workspace.toggleBreakpoint(breakpoint)} />
      </li>
    );
  });
};

/** All bookmarks of the run and all breakpoints, to be named and taken away. */
export const StopsDialog = ({ onClose }: { onClose: () => void }) => {
  const isEmpty = useApp(({ bookmarks, breakpoints }) => bookmarks.length + breakpoints.length === 0);
  return (
    <Dialog title={texts.stops} description={texts.stopsHint} width="narrow" onClose={onClose}>
      {isEmpty && <EmptyState title={texts.noStops} />}
      <ul className={styles.stops}>
        <Bookmarks onClose={onClose} />
        <Breakpoints />
      </ul>
    </Dialog>
  );
};
