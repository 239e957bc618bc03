import { useEffect, useState } from 'react';
import { type MadePicture, type PictureWish, workspace } from '#state';

/** The picture that was wished for; null until it is made. */
export const useMadePicture = ({ format, theme, noteIds, scale, withModel }: PictureWish): MadePicture | null => {
  const [made, setMade] = useState<MadePicture | null>(null);
  useEffect(() => {
    let isGone = false;
    setMade(null);
    void workspace
      .sharing()
      .then(({ makePicture }) => makePicture({ format, theme, scale, withModel, ...(noteIds && { noteIds }) }))
      .then((picture) => isGone || setMade(picture));
    return () => {
      isGone = true;
    };
  }, [format, theme, noteIds, scale, withModel]);
  return made;
};
