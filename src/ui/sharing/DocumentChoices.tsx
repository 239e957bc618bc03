import { workspace } from '#state';
import { sharingTexts } from '../text/sharing.ts';
import { useShared } from './useShared.ts';
import { WrittenText } from './WrittenText.tsx';

/** The model as Markdown. */
export const DocumentChoices = ({ onDone }: { onDone: () => void }) => {
  const text = useShared('document', ({ documentText }) => documentText());
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
