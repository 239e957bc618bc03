import { Menu as MenuIcon, Save } from 'lucide-react';
import { appStore } from '#state';
import { isEnabled } from '../actions/Action.ts';
import { ActionButton } from '../actions/ActionButton.tsx';
import { menuItem, runAction } from '../actions/menuItem.ts';
import { actionById } from '../actions/registry.ts';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { Menu, type MenuEntry } from '../kit/Menu.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { shellTexts as texts } from '../text/shell.ts';
import { useApp } from '../useApp.ts';
import styles from './Header.module.css';
import { LensMenu } from './LensMenu.tsx';
import { Logo } from './Logo.tsx';
import { ModelName } from './ModelName.tsx';
import { SavedState } from './SavedState.tsx';
import { ThemeMenu } from './ThemeMenu.tsx';

const mainMenu: (string | 'separator')[] = [
  'file.models',
  'file.new',
  'file.open',
  'file.importEvents',
  'code.fromCode',
  'separator',
  'file.share',
  'file.save',
  'file.saveAs',
  'file.saveWithBoardHistory',
  'file.saveEvents',
  'separator',
  'edit.undo',
  'edit.redo',
  'separator',
  'run.try',
  'run.again',
  'run.new',
  'separator',
  'find.open',
  'find.anything',
  'view.outline',
  'separator',
  'history.show',
  'store.show',
  'separator',
  'view.palette',
  'view.timeline',
  'view.inspector',
  'present.start',
  'separator',
  'help.shortcuts',
  'app.install',
  'app.update',
];

/** What the browser does not offer to do with the app is not there. */
const isOffered = (id: string): boolean => !id.startsWith('app.') || isEnabled(actionById(id), appStore.getState());

const mainEntries = (): MenuEntry[] => mainMenu.filter(isOffered).map((id) => (id === 'separator' ? id : menuItem(id)));

const MainMenu = () => (
  <Menu label={texts.menu} entries={mainEntries} trigger={<IconButton icon={MenuIcon} label={texts.menu} />} />
);

const SaveButton = () => {
  const save = actionById('file.save');
  return (
    <Button
      icon={Save}
      onClick={() => runAction(save.id)}
      className={styles.save}
      {...tooltip(String(save.label), save.keys?.[0])}
    >
      {texts.saveFile}
    </Button>
  );
};

/** The heading of the page, but where the list of models has one of its own. */
const Brand = ({ isHeading }: { isHeading: boolean }) => {
  const Element = isHeading ? 'h1' : 'span';
  return (
    <Element className={styles.brand}>
      <Logo />
      <span className={styles.wordmark}>{texts.product}</span>
    </Element>
  );
};

/** The line at the top: which model this is, that it is safe, and what can be done with the whole. */
export const Header = () => {
  const isOnWall = useApp((state) => state.view === 'wall');
  const hasUpdate = useApp((state) => Boolean(state.offers.update));
  return (
    <header className={styles.header} data-region="header">
      <MainMenu />
      <Brand isHeading={isOnWall} />
      {isOnWall && (
        <>
          <span className={styles.divider} />
          <ModelName />
          <SavedState />
          <span className={styles.edits}>
            <span className={styles.divider} />
            <ActionButton action="edit.undo" />
            <ActionButton action="edit.redo" />
          </span>
        </>
      )}
      <span className={styles.space} />
      {isOnWall && (
        <>
          <LensMenu />
          <ActionButton action="find.open" />
          <span className={styles.divider} />
          <span className={styles.parts}>
            <ActionButton action="view.palette" />
            <ActionButton action="view.timeline" />
            <ActionButton action="view.inspector" />
            <span className={styles.divider} />
          </span>
          <SaveButton />
          <ActionButton action="file.share" />
          <ActionButton action="present.start" />
        </>
      )}
      {hasUpdate && <ActionButton action="app.update" />}
      <ThemeMenu />
      <ActionButton action="help.shortcuts" />
    </header>
  );
};
