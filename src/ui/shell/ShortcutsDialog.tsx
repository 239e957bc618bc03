import type { Action, ActionGroup } from '../actions/Action.ts';
import { labelOf } from '../actions/Action.ts';
import { actions } from '../actions/registry.ts';
import { Dialog } from '../kit/Dialog.tsx';
import { formatKeys } from '../kit/formatKeys.ts';
import { actionTexts } from '../text/actions.ts';
import { shellTexts as texts } from '../text/shell.ts';
import { useApp } from '../useApp.ts';
import styles from './ShortcutsDialog.module.css';

const groups: ActionGroup[] = ['wall', 'edit', 'code', 'run', 'time', 'history', 'file', 'view', 'help'];

const withKeys = (group: ActionGroup): Action[] =>
  actions.filter((action) => action.group === group && (action.keys?.length ?? 0) > 0);

const Shortcut = ({ action }: { action: Action }) => {
  const label = useApp((state) => labelOf(action, { ...state, undoLabel: null, redoLabel: null }));
  return (
    <div className={styles.shortcut}>
      <dt>{label}</dt>
      <dd>
        {action.keys?.map((keys) => (
          <kbd key={keys}>{formatKeys(keys)}</kbd>
        ))}
      </dd>
    </div>
  );
};

const Group = ({ group }: { group: ActionGroup }) => {
  const listed = withKeys(group);
  if (listed.length === 0) return null;
  return (
    <section className={styles.group}>
      <h3>{actionTexts.groups[group]}</h3>
      <dl>
        {listed.map((action) => (
          <Shortcut key={action.id} action={action} />
        ))}
      </dl>
    </section>
  );
};

/** Every key there is, from the registry that also acts on them. */
export const ShortcutsDialog = ({ onClose }: { onClose: () => void }) => (
  <Dialog title={texts.shortcuts} description={texts.shortcutsHint} width="wide" onClose={onClose}>
    <div className={styles.groups}>
      {groups.map((group) => (
        <Group key={group} group={group} />
      ))}
    </div>
  </Dialog>
);
