import { Copy, Ellipsis, Pencil, StickyNote, Trash2 } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { visibleText } from '#model';
import { type AppState, workspace } from '#state';
import { Badge } from '../kit/Badge.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Menu, type MenuEntry } from '../kit/Menu.tsx';
import { TextField } from '../kit/TextField.tsx';
import { fileTexts as texts } from '../text/files.ts';
import { shellTexts } from '../text/shell.ts';
import { focusBeside } from './cardKeys.ts';
import styles from './ModelCard.module.css';
import { SinceFileLine } from './SinceFile.tsx';
import { Thumbnail } from './Thumbnail.tsx';
import { timeAgo } from './timeAgo.ts';

type Model = AppState['models'][number];

type RenameFieldProps = { model: Model; onDone: (how: 'by-key' | 'by-leaving') => void };

const RenameField = ({ model, onDone }: RenameFieldProps) => {
  const [name, setName] = useState(model.name);
  const rename = (how: 'by-key' | 'by-leaving') => {
    onDone(how);
    const wanted = name.trim();
    if (wanted && wanted !== model.name) workspace.renameModel(wanted, model.modelId);
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        rename('by-key');
      }}
    >
      <TextField
        label={texts.nameOf(model.name)}
        isLabelHidden
        value={name}
        onChange={setName}
        onBlur={() => rename('by-leaving')}
        onKeyDown={(event) => event.key === 'Escape' && onDone('by-key')}
        onFocus={(event) => event.currentTarget.select()}
        autoFocus
      />
    </form>
  );
};

const menuFor = ({ modelId }: Model, rename: () => void): MenuEntry[] => [
  { label: texts.rename, icon: Pencil, keys: 'F2', run: rename },
  { label: texts.duplicate, icon: Copy, run: () => void workspace.duplicateModel(modelId) },
  'separator',
  { label: texts.delete, icon: Trash2, keys: 'Delete', isDanger: true, run: () => void workspace.deleteModel(modelId) },
];

type ModelCardProps = { model: Model; isOpen: boolean; now: number };

/** One model of the list: a click opens it, its menu does the rest. */
export const ModelCard = ({ model, isOpen, now }: ModelCardProps) => {
  const [isRenaming, setRenaming] = useState(false);
  const comesBackByKey = useRef(false);
  const focusAfterRename = (card: HTMLElement | null) => {
    if (comesBackByKey.current) card?.focus();
    comesBackByKey.current = false;
  };
  const name = visibleText(model.name) || shellTexts.untitled;
  const open = () => (isOpen ? workspace.showWall() : void workspace.openModel(model.modelId));
  const byKey = ({ key, currentTarget }: KeyboardEvent<HTMLElement>) => {
    if (key === 'F2') setRenaming(true);
    if (key !== 'Delete') return;
    focusBeside(currentTarget);
    void workspace.deleteModel(model.modelId);
  };
  return (
    <li className={styles.card} data-open={isOpen || undefined}>
      <Thumbnail model={model} />
      <div className={styles.top}>
        {isRenaming ? (
          <RenameField
            model={model}
            onDone={(how) => {
              comesBackByKey.current = how === 'by-key';
              setRenaming(false);
            }}
          />
        ) : (
          <button
            ref={focusAfterRename}
            type="button"
            className={styles.name}
            aria-label={texts.open(name)}
            aria-keyshortcuts="F2 Delete"
            data-card
            onClick={open}
            onKeyDown={byKey}
          >
            {name}
          </button>
        )}
        <div className={styles.menu}>
          <Menu
            label={texts.moreFor(name)}
            align="end"
            entries={menuFor(model, () => setRenaming(true))}
            trigger={<IconButton icon={Ellipsis} size="small" label={texts.moreFor(name)} />}
          />
        </div>
      </div>
      <p className={styles.facts}>
        <StickyNote size={14} aria-hidden="true" />
        {texts.notes(model.notes)}
        <span aria-hidden="true">·</span>
        <time dateTime={model.changedAt}>{timeAgo(model.changedAt, now)}</time>
      </p>
      {model.lastFile && (
        <p className={styles.since}>
          <SinceFileLine key={`${model.changedAt} ${model.lastFile.at}`} modelId={model.modelId} />
        </p>
      )}
      <p className={styles.marks}>
        {isOpen && <Badge tone="accent">{texts.openNow}</Badge>}
        {model.sample && <Badge>{texts.fromSample}</Badge>}
      </p>
    </li>
  );
};
