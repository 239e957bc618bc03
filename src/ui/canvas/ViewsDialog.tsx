import { BookmarkPlus, Focus, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useEffect, useRef } from 'react';
import { viewsOf, type WallView } from '#model';
import { CommittedField } from '../inspector/fields/CommittedField.tsx';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { viewTexts as texts } from '../text/views.ts';
import { useApp } from '../useApp.ts';
import styles from './ViewsDialog.module.css';
import { aimView, keepView, removeView, renameView, showViews } from './views.ts';

const close = () => showViews(false);

const Row = ({ view, isLast }: { view: WallView; isLast: boolean }) => {
  const row = useRef<HTMLLIElement>(null);
  // The view that came last is ready to be named.
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it comes
  useEffect(() => {
    const name = row.current?.querySelector('input');
    if (!isLast || !name) return;
    name.focus();
    name.select();
  }, []);
  const closeByEnter = ({ key, nativeEvent }: KeyboardEvent) => {
    if (key === 'Enter' && !nativeEvent.isComposing) close();
  };
  return (
    <li ref={row} className={styles.row}>
      <CommittedField
        label={texts.name(view.name)}
        isLabelHidden
        value={view.name}
        check={(name) => (name.trim() === '' ? texts.nameNeeded : null)}
        onCommit={(name) => renameView(view, name)}
        onKeyDown={closeByEnter}
      />
      <IconButton icon={Focus} label={texts.aim(view.name)} onClick={() => aimView(view)} />
      <IconButton icon={Trash2} label={texts.remove(view.name)} onClick={() => removeView(view)} />
    </li>
  );
};

/** All views of the wall, to be named, aimed anew and deleted. */
export const ViewsDialog = () => {
  const views = useApp(({ board }) => viewsOf(board));
  return (
    <Dialog
      title={texts.title}
      description={texts.hint}
      width="narrow"
      onClose={close}
      footer={
        <Button icon={BookmarkPlus} onClick={keepView}>
          {texts.keepButton}
        </Button>
      }
    >
      {views.length > 0 ? (
        <ul className={styles.views}>
          {views.map((view, index) => (
            <Row key={view.id} view={view} isLast={index === views.length - 1} />
          ))}
        </ul>
      ) : (
        <EmptyState title={texts.none}>{texts.noneHint}</EmptyState>
      )}
    </Dialog>
  );
};
