import { appStore, workspace } from '#state';
import { drawnTheme } from '../theme/followTheme.ts';

/** The selected notes as they are seen now, twice as fine where that is not too large. */
export const copySelectedAsPicture = async (): Promise<void> => {
  const { selection, theme } = appStore.getState();
  const { copyPicture } = await workspace.sharing();
  await copyPicture({ theme: drawnTheme(theme), noteIds: selection.noteIds, scale: 2 });
};
