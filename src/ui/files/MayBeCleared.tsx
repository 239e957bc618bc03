import { useEffect, useState } from 'react';
import { workspace } from '#state';
import { openingFilesTexts as texts } from '../text/openingFiles.ts';

/** Says in a line where the browser has not promised to keep what is stored; nothing where it has. */
export const MayBeCleared = ({ className }: { className?: string | undefined }) => {
  const [isKept, setKept] = useState(true);
  useEffect(() => {
    void workspace
      .sharing()
      .then((sharing) => sharing.isKept())
      .then(setKept);
  }, []);
  return isKept ? null : <p className={className}>{texts.mayBeCleared}</p>;
};
