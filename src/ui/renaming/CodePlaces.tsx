import type { CodePlace } from '#model';
import { Checkbox } from '../kit/Checkbox.tsx';
import { renamingTexts as texts } from '../text/renaming.ts';
import styles from './RenameDialog.module.css';

type CodePlacesProps = { places: CodePlace[]; isChosen: (place: CodePlace) => boolean; onTurn: (id: string) => void };

/** The lines of code that change, by file; those that may mean something else come last and are not ticked. */
export const CodePlaces = ({ places, ...rest }: CodePlacesProps) => {
  const unsure = places.filter(({ isSure }) => !isSure);
  return (
    <>
      {filesOf(places.filter(({ isSure }) => isSure)).map(([title, ofFile]) => (
        <section key={title}>
          <h3>{title}</h3>
          <Lines places={ofFile} {...rest} />
        </section>
      ))}
      {unsure.length > 0 && (
        <section>
          <h3>{texts.unsure}</h3>
          <p className={styles.names}>{texts.unsureHint}</p>
          {filesOf(unsure).map(([title, ofFile]) => (
            <div key={title}>
              <h4>{title}</h4>
              <Lines places={ofFile} {...rest} />
            </div>
          ))}
        </section>
      )}
    </>
  );
};

const filesOf = (places: CodePlace[]): [title: string, places: CodePlace[]][] => {
  const files = new Map<string, CodePlace[]>();
  for (const place of places) {
    const title = texts.code(place.name, place.file);
    files.set(title, [...(files.get(title) ?? []), place]);
  }
  return [...files];
};

const Lines = ({ places, isChosen, onTurn }: CodePlacesProps) => (
  <ul className={styles.lines}>
    {places.map((place) => (
      <li key={place.id}>
        <Checkbox
          className={styles.line ?? ''}
          isChecked={isChosen(place)}
          onChange={() => onTurn(place.id)}
          label={
            <>
              <span className={styles.number}>{texts.line(place.line)}</span>
              <del>{place.before}</del>
              <span className={styles.becomes}> {texts.becomes} </span>
              <ins>{place.after}</ins>
            </>
          }
        />
      </li>
    ))}
  </ul>
);
