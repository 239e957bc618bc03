import { useEffect, useRef, useState } from 'react';
import { type MadePicture, type PictureWish, workspace } from '#state';
import { formatBytes } from '../files/formatBytes.ts';
import { Button } from '../kit/Button.tsx';
import { Checkbox } from '../kit/Checkbox.tsx';
import { Segmented } from '../kit/Segmented.tsx';
import { sharingTexts } from '../text/sharing.ts';
import { drawnTheme } from '../theme/followTheme.ts';
import { useApp } from '../useApp.ts';
import { canCopyPictures } from './canCopyPictures.ts';
import choiceStyles from './PictureChoices.module.css';
import styles from './ShareDialog.module.css';
import { useShared } from './useShared.ts';

const texts = sharingTexts.picture;

const scales = { '1': 1, '2': 2, '3': 3 } as const;

const sentenceOn = (made: MadePicture, isModelWished: boolean): string => {
  if (made.isTooLarge) return texts.tooLarge(made.largest);
  const size = texts.size(made.width, made.height, formatBytes(made.blob.size));
  return isModelWished && !made.hasModel ? `${size} ${texts.modelTooLarge}` : size;
};

/** The picture itself, so that nobody need save it to see it. */
const Shown = ({ picture }: { picture: Blob | null }) => {
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!picture || !place.current) return;
    const image = new Image();
    image.alt = texts.shown;
    image.src = URL.createObjectURL(picture);
    place.current.append(image);
    const loaded = image.decode().catch(() => undefined);
    return () => {
      image.remove();
      // An address that goes while it is being loaded is a failure in the console.
      void loaded.then(() => URL.revokeObjectURL(image.src));
    };
  }, [picture]);
  return <div className={choiceStyles.shown} ref={place} />;
};

type ChoicesProps = { wish: PictureWish; onChange: (change: Partial<PictureWish>) => void };

const Looks = ({ wish, onChange }: ChoicesProps) => (
  <>
    <Segmented
      label={texts.format}
      value={wish.format}
      onChange={(format) => onChange({ format })}
      segments={[
        { value: 'png', label: 'PNG' },
        { value: 'svg', label: 'SVG' },
      ]}
    />
    <Segmented
      label={texts.theme}
      value={wish.theme}
      onChange={(theme) => onChange({ theme })}
      segments={[
        { value: 'light', label: texts.light },
        { value: 'dark', label: texts.dark },
      ]}
    />
    {wish.format === 'png' && (
      <Segmented
        label={texts.scale}
        value={`${wish.scale}`}
        onChange={(scale) => onChange({ scale: scales[scale] })}
        segments={[
          { value: '1', label: '1×' },
          { value: '2', label: '2×' },
          { value: '3', label: '3×' },
        ]}
      />
    )}
  </>
);

/** The wall, or the selected notes of it, as a picture or on paper. */
export const PictureChoices = ({ onDone }: { onDone: () => void }) => {
  const { noteIds: selected } = useApp(({ selection }) => selection);
  const preferred = useApp(({ theme }) => theme);
  const [isSelection, setIsSelection] = useState(false);
  const [chosen, setChosen] = useState<Omit<PictureWish, 'noteIds'>>(() => ({
    format: 'png',
    theme: drawnTheme(preferred),
    scale: 2,
    withModel: true,
  }));
  const wish: PictureWish = { ...chosen, ...(isSelection && { noteIds: selected }) };
  const made = useShared(JSON.stringify(wish), ({ makePicture }, signal) => makePicture(wish, signal));
  const picture = made && !made.isTooLarge ? made.blob : null;
  return (
    <>
      <div className={choiceStyles.choices}>
        <Looks wish={wish} onChange={(change) => setChosen({ ...chosen, ...change })} />
        {selected.length > 0 && (
          <Segmented
            label={texts.part}
            value={isSelection ? 'selection' : 'wall'}
            onChange={(part) => setIsSelection(part === 'selection')}
            segments={[
              { value: 'wall', label: texts.wholeWall },
              { value: 'selection', label: texts.selection },
            ]}
          />
        )}
      </div>
      <Checkbox
        label={texts.withModel}
        isChecked={chosen.withModel}
        onChange={(withModel) => setChosen({ ...chosen, withModel })}
      />
      <Shown picture={picture} />
      <p className={styles.size} role="status">
        {made && sentenceOn(made, chosen.withModel)}
      </p>
      <div className={styles.buttons}>
        <Button
          variant="primary"
          disabled={!picture}
          onClick={() => {
            onDone();
            if (picture) void workspace.sharing().then(({ savePicture }) => savePicture(picture));
          }}
        >
          {texts.save}
        </Button>
        {canCopyPictures && (
          <Button
            disabled={!picture}
            onClick={() => void workspace.sharing().then(({ copyPicture }) => copyPicture(wish))}
          >
            {texts.copy}
          </Button>
        )}
        <Button
          onClick={() => {
            onDone();
            void workspace.sharing().then(({ printModel }) => printModel());
          }}
        >
          {isSelection ? texts.printWhole : texts.print}
        </Button>
      </div>
    </>
  );
};
