import { visibleText } from '#model';
import { type AppState, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { fileTexts as texts } from '../text/files.ts';
import { openingFilesTexts as existingTexts } from '../text/openingFiles.ts';
import { formatBytes } from './formatBytes.ts';
import styles from './PreviewDialog.module.css';

type Shown = NonNullable<AppState['preview']>;
type BeingRead = Extract<Shown, { isBeingRead: true }>;
type Preview = Exclude<Shown, BeingRead>;

const factsOf = (preview: Preview): [name: string, fact: string][] => [
  [texts.file, `${visibleText(preview.fileName)}, ${formatBytes(preview.size)}`],
  ...(preview.from ? [[texts.from, preview.from] satisfies [string, string]] : []),
  [texts.wall, texts.notes(preview.notes)],
  [texts.history, `${texts.events(preview.events)}, ${texts.commands(preview.commands)}`],
  [texts.specifications, String(preview.specifications)],
  [texts.code, preview.hasCode ? texts.withCode : texts.withoutCode],
];

const Remarks = ({ remarks }: { remarks: string[] }) => (
  <section className={styles.remarks}>
    <h3>{texts.remarks}</h3>
    <ul>
      {remarks.map((remark) => (
        <li key={remark}>{remark}</li>
      ))}
    </ul>
  </section>
);

/** Where the model is here already: what else can be done with the file. */
const Existing = ({ name, fileName }: { name: string; fileName: string }) => (
  <section className={styles.existing}>
    <h3>{existingTexts.existing(name)}</h3>
    <p>{existingTexts.existingNote}</p>
    <div className={styles.ways}>
      <Button onClick={() => void workspace.compareWithFile()}>{existingTexts.showDifferences}</Button>
      <Button
        aria-label={existingTexts.replaceNamed(name)}
        onClick={() => void workspace.replaceByFile(existingTexts.replaceLabel(fileName))}
      >
        {existingTexts.replace}
      </Button>
    </div>
  </section>
);

/** Large files take their time, and nobody has to wait for them. */
const Reading = ({ fileName, size }: BeingRead) => (
  <Dialog
    title={existingTexts.reading(visibleText(fileName))}
    description={existingTexts.readingNote}
    onClose={() => workspace.closePreview()}
    footer={
      <Button autoFocus onClick={() => workspace.closePreview()}>
        {texts.cancel}
      </Button>
    }
  >
    <div className={styles.reading}>
      <progress aria-label={existingTexts.reading(visibleText(fileName))} />
      <span>{formatBytes(size)}</span>
    </div>
  </Dialog>
);

const Held = ({ preview }: { preview: Preview }) => (
  <Dialog
    title={texts.preview(visibleText(preview.modelName))}
    description={texts.previewNote}
    onClose={() => workspace.closePreview()}
    footer={
      <>
        <Button onClick={() => workspace.closePreview()}>{texts.cancel}</Button>
        <Button variant="primary" autoFocus onClick={() => void workspace.openPreviewed()}>
          {texts.openAsNew}
        </Button>
      </>
    }
  >
    <dl className={styles.facts}>
      {factsOf(preview).map(([name, fact]) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{fact}</dd>
        </div>
      ))}
    </dl>
    {preview.existing && <Existing name={visibleText(preview.existing.name)} fileName={preview.fileName} />}
    {preview.remarks.length > 0 && <Remarks remarks={preview.remarks} />}
  </Dialog>
);

/** What a file holds, before anything of it is opened. */
export const PreviewDialog = ({ preview }: { preview: Shown }) =>
  'isBeingRead' in preview ? <Reading {...preview} /> : <Held preview={preview} />;
