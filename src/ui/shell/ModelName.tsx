import { ChevronDown } from 'lucide-react';
import { type KeyboardEvent, useRef, useState } from 'react';
import { appStore, workspace } from '#state';
import { menuItem } from '../actions/menuItem.ts';
import { Badge } from '../kit/Badge.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Menu, type MenuEntry } from '../kit/Menu.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { actionTexts } from '../text/actions.ts';
import { fileTexts } from '../text/files.ts';
import { shellTexts as texts } from '../text/shell.ts';
import { useApp } from '../useApp.ts';
import styles from './ModelName.module.css';
import { renameModelInPlace, useShell } from './shellStore.ts';

const NameField = ({ name }: { name: string }) => {
  const [typed, setTyped] = useState(name);
  const isGivenUp = useRef(false);
  const finish = () => {
    renameModelInPlace(false);
    const wanted = typed.trim();
    if (!isGivenUp.current && wanted && wanted !== name) workspace.renameModel(wanted);
  };
  const finishByKey = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    isGivenUp.current = event.key === 'Escape';
    event.currentTarget.blur();
  };
  return (
    <input
      className={styles.field}
      aria-label={texts.modelName}
      value={typed}
      style={{ width: `${Math.max(typed.length, 8) + 2}ch` }}
      // biome-ignore lint/a11y/noAutofocus: the person has just asked to type here
      autoFocus
      onFocus={(event) => event.currentTarget.select()}
      onChange={(event) => setTyped(event.target.value)}
      onKeyDown={finishByKey}
      onBlur={finish}
    />
  );
};

const shownModels = 8;

const otherModels = (): MenuEntry[] => {
  const { models, modelId: openId } = appStore.getState();
  const recent = models.filter(({ deletedAt }) => !deletedAt).slice(0, shownModels);
  return [
    { heading: texts.recentModels },
    ...recent.map(({ modelId, name, notes }) => ({
      label: name || texts.untitled,
      hint: fileTexts.notes(notes),
      isChecked: modelId === openId,
      run: () => void workspace.openModel(modelId),
    })),
    'separator',
    menuItem('file.models'),
    menuItem('file.new'),
    menuItem('file.open'),
  ];
};

const OtherModels = () => (
  <Menu
    label={texts.otherModels}
    entries={otherModels}
    trigger={<IconButton icon={ChevronDown} size="small" label={texts.otherModels} />}
  />
);

/** The open model's name, renamed in place, with the others one click away. */
export const ModelName = () => {
  const name = useApp((state) => state.board.name);
  const isCopyOfSample = useApp(({ models, modelId }) =>
    models.some((model) => model.modelId === modelId && model.sample),
  );
  const isRenaming = useShell((state) => state.isRenamingModel);
  return (
    <div className={styles.model}>
      {isRenaming ? (
        <NameField name={name} />
      ) : (
        <button
          type="button"
          className={styles.name}
          onClick={() => renameModelInPlace(true)}
          {...tooltip(actionTexts.renameModel)}
        >
          {name || texts.untitled}
        </button>
      )}
      {isCopyOfSample && (
        <Badge className={styles.copy} {...tooltip(texts.ownCopyHint)}>
          {texts.ownCopy}
        </Badge>
      )}
      <OtherModels />
    </div>
  );
};
