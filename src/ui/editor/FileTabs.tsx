import { Ellipsis } from 'lucide-react';
import { useStore } from 'zustand';
import type { CodeFile } from '#model';
import { ActionButton } from '../actions/ActionButton.tsx';
import { menuItem } from '../actions/menuItem.ts';
import { IconButton } from '../kit/IconButton.tsx';
import { Menu } from '../kit/Menu.tsx';
import { codeTexts } from '../text/code.ts';
import { codeStore } from './codeStore.ts';
import { FileNameField } from './FileNameField.tsx';
import styles from './FileTabs.module.css';

type FileTabsProps = { files: CodeFile[]; selected: string; onSelect: (path: string) => void };

const fileMenu = () => [
  menuItem('code.renameFile'),
  menuItem('code.moveFileLeft'),
  menuItem('code.moveFileRight'),
  'separator' as const,
  { ...menuItem('code.removeFile'), isDanger: true },
];

/** The files of a definition, the entry first, with what can be done with them. */
export const FileTabs = ({ files, selected, onSelect }: FileTabsProps) => {
  const naming = useStore(codeStore, (state) => state.naming);
  const canFormat = useStore(codeStore, (state) => state.format !== null);
  const paths = files.map(({ path }) => path);
  return (
    <div className={styles.bar}>
      <nav className={styles.tabs} aria-label={codeTexts.files}>
        {paths.map((path, index) =>
          path === selected && naming === 'open' ? (
            <FileNameField key={path} name={path} others={paths.filter((other) => other !== path)} />
          ) : (
            <button
              key={path}
              type="button"
              className={styles.tab}
              aria-current={path === selected || undefined}
              title={index === 0 && paths.length > 1 ? codeTexts.entry : undefined}
              onClick={() => onSelect(path)}
              onDoubleClick={() => codeStore.setState({ naming: 'open' })}
            >
              {path}
            </button>
          ),
        )}
        {naming === 'new' && <FileNameField name="" others={paths} />}
      </nav>
      <ActionButton action="code.addFile" size="small" />
      {canFormat && <ActionButton action="code.format" size="small" />}
      <Menu
        label={codeTexts.fileMenu(selected)}
        align="end"
        entries={fileMenu}
        trigger={<IconButton icon={Ellipsis} size="small" label={codeTexts.fileMenu(selected)} />}
      />
    </div>
  );
};
