import { ChevronDown } from 'lucide-react';
import { lenses, lensOf } from '#model';
import { appStore } from '#state';
import { runAction } from '../actions/menuItem.ts';
import { Button } from '../kit/Button.tsx';
import { Menu, type MenuEntry } from '../kit/Menu.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { lensTexts as texts } from '../text/lenses.ts';
import { useApp } from '../useApp.ts';
import styles from './LensMenu.module.css';
import { lensIcons } from './lensIcons.ts';

const entries = (): MenuEntry[] => {
  const { board } = appStore.getState();
  return [
    ...lenses.map((lens) => ({
      label: texts.names[lens],
      hint: texts.hints[lens],
      icon: lensIcons[lens],
      isChecked: lens === lensOf(board),
      run: () => runAction(`lens.${lens}`),
    })),
    'separator',
    {
      label: texts.strict,
      hint: texts.strictHint,
      isToggled: board.settings.isStrict ?? false,
      run: () => runAction('lens.strict'),
    },
  ];
};

/** How the wall is looked at: which notes are offered first and which advice is given. */
export const LensMenu = () => {
  const lens = useApp(({ board }) => lensOf(board));
  const name = texts.names[lens];
  const Icon = lensIcons[lens];
  return (
    <Menu
      label={texts.lens}
      align="end"
      entries={entries}
      trigger={
        <Button variant="quiet" aria-label={texts.lensIs(name)} className={styles.lens} {...tooltip(texts.lens)}>
          <Icon size={16} aria-hidden="true" />
          <span className={styles.name}>{name}</span>
          <ChevronDown size={14} aria-hidden="true" />
        </Button>
      }
    />
  );
};
