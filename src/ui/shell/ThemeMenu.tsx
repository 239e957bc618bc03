import { type LucideIcon, Monitor, Moon, Sun } from 'lucide-react';
import { scales, type Theme, workspace } from '#state';
import { IconButton } from '../kit/IconButton.tsx';
import { Menu } from '../kit/Menu.tsx';
import { actionTexts } from '../text/actions.ts';
import { shellTexts as texts } from '../text/shell.ts';
import { useApp } from '../useApp.ts';

const icons: { [theme in Theme]: LucideIcon } = { system: Monitor, light: Sun, dark: Moon };
const themes: Theme[] = ['system', 'light', 'dark'];

export const ThemeMenu = () => {
  const theme = useApp((state) => state.theme);
  const scale = useApp((state) => state.scale);
  return (
    <Menu
      label={texts.theme}
      align="end"
      trigger={<IconButton icon={icons[theme]} label={texts.theme} />}
      entries={[
        ...themes.map((own) => ({
          label: texts.themes[own],
          icon: icons[own],
          isChecked: own === theme,
          run: () => workspace.setTheme(own),
        })),
        'separator',
        ...scales.map((own) => ({
          label: actionTexts.scale(own * 100),
          isChecked: own === scale,
          run: () => workspace.setScale(own),
        })),
      ]}
    />
  );
};
