import { FlaskConical, X } from 'lucide-react';
import { workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { IconButton } from '../kit/IconButton.tsx';
import { historyTexts as texts } from '../text/history.ts';
import styles from './LanesBar.module.css';
import { useLanes } from './lanesStore.ts';
import { unselectAll } from './selecting.ts';

/** What can be made of the chips that are selected. */
export const SelectedChips = () => {
  const selected = useLanes((state) => state.selected);
  const make = () => {
    workspace.specificationFromEvents(selected);
    unselectAll();
  };
  return (
    <>
      <span className={styles.result} role="status">
        {texts.selected(selected.length)}
      </span>
      <Button size="small" icon={FlaskConical} onClick={make}>
        {texts.makeSpecificationOfThem}
      </Button>
      <IconButton size="small" icon={X} label={texts.unselect} keys="Escape" onClick={unselectAll} />
    </>
  );
};
