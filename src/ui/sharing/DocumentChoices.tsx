import { useEffect, useState } from 'react';
import { workspace } from '#state';
import { sharingTexts } from '../text/sharing.ts';
import { WrittenText } from './WrittenText.tsx';

/** The model as Markdown. */
export const DocumentChoices = ({ onDone }: { onDone: () => void }) => {
  const [text, setText] = useState<string | null>(null);
  useEffect(() => {
    let isGone = false;
    void workspace
      .sharing()
      .then(({ documentText }) => documentText())
      .then((written) => isGone || setText(written));
    return () => {
      isGone = true;
    };
  }, []);
  return (
    <WrittenText
      label={sharingTexts.document.text}
      text={text}
      onSave={() => {
        onDone();
        void workspace.sharing().then(({ saveDocument }) => saveDocument());
      }}
    />
  );
};
