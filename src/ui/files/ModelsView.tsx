import { ArrowLeft, FilePlus2, FolderOpen, LayoutGrid, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { fuzzyMatch } from '#model';
import { type AppState, samples, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { TextField } from '../kit/TextField.tsx';
import { Messages } from '../shell/Messages.tsx';
import { fileTexts as texts } from '../text/files.ts';
import { shellTexts } from '../text/shell.ts';
import { LongWork } from '../timeline/LongWork.tsx';
import { useApp } from '../useApp.ts';
import { walkCards } from './cardKeys.ts';
import { MayBeCleared } from './MayBeCleared.tsx';
import { ModelCard } from './ModelCard.tsx';
import styles from './ModelsView.module.css';
import { SampleCard } from './SampleCard.tsx';

type Model = AppState['models'][number];

const Heading = () => {
  const hasModel = useApp((state) => state.modelId !== '');
  return (
    <header className={styles.heading}>
      <h1>{texts.title}</h1>
      <Button variant="primary" icon={FilePlus2} onClick={() => void workspace.newModel()}>
        {texts.newModel}
      </Button>
      <Button icon={FolderOpen} onClick={() => void workspace.previewFile()}>
        {texts.openFile}
      </Button>
      <span className={styles.quiet}>{texts.dropHint}</span>
      {hasModel && (
        <Button variant="quiet" icon={ArrowLeft} className={styles.back} onClick={() => workspace.showWall()}>
          {texts.backToWall}
        </Button>
      )}
    </header>
  );
};

/** So many models are seen at a glance. */
const fewModels = 6;

/** Those that answer to what was typed, in the order of the list: the last changed first. */
const answering = (models: Model[], typed: string): Model[] =>
  models.filter(({ name }) => fuzzyMatch(typed, name || shellTexts.untitled) !== null);

const Cards = ({ models }: { models: Model[] }) => {
  const openId = useApp((state) => state.modelId);
  const [now] = useState(Date.now);
  return (
    <ul className={styles.cards} onKeyDown={walkCards}>
      {models.map((model) => (
        <ModelCard key={model.modelId} model={model} isOpen={model.modelId === openId} now={now} />
      ))}
    </ul>
  );
};

const OwnModels = ({ models }: { models: Model[] }) => {
  const [typed, setTyped] = useState('');
  const found = answering(models, typed);
  return (
    <section aria-labelledby="own-models">
      <div className={styles.above}>
        <h2 id="own-models">{texts.yours}</h2>
        {models.length > fewModels && (
          <TextField label={texts.search} isLabelHidden placeholder={texts.search} value={typed} onChange={setTyped} />
        )}
      </div>
      {models.length === 0 && (
        <EmptyState icon={LayoutGrid} title={texts.noModels}>
          {texts.noModelsHint}
        </EmptyState>
      )}
      {found.length > 0 && <Cards models={found} />}
      {models.length > 0 && <MayBeCleared className={styles.mayBeCleared} />}
      <p className={styles.quiet} role="status">
        {typed !== '' && texts.found(found.length)}
      </p>
    </section>
  );
};

const Samples = () => (
  <section aria-labelledby="samples">
    <h2 id="samples">{texts.samples}</h2>
    <p className={styles.quiet}>{texts.samplesHint}</p>
    <ul className={styles.cards}>
      {samples.map((sample) => (
        <SampleCard key={sample.id} sample={sample} />
      ))}
    </ul>
  </section>
);

const DeletedModels = ({ models }: { models: Model[] }) => (
  <section aria-labelledby="deleted-models">
    <h2 id="deleted-models">{texts.deleted}</h2>
    <p className={styles.quiet}>{texts.deletedHint}</p>
    <ul className={styles.deleted}>
      {models.map(({ modelId, name }) => (
        <li key={modelId}>
          <span>{name || shellTexts.untitled}</span>
          <Button
            size="small"
            icon={RotateCcw}
            aria-label={texts.restoreNamed(name || shellTexts.untitled)}
            onClick={() => void workspace.restoreModel(modelId)}
          >
            {texts.restore}
          </Button>
        </li>
      ))}
    </ul>
  </section>
);

/** All models of this browser, the samples, and the ways in. It has the focus once it is there: the wall is gone. */
export const ModelsView = () => {
  const view = useRef<HTMLElement>(null);
  useEffect(() => view.current?.focus(), []);
  const models = useApp((state) => state.models);
  const deleted = models.filter(({ deletedAt }) => deletedAt);
  return (
    <main ref={view} className={styles.view} data-region="models" tabIndex={-1}>
      <div className={styles.page}>
        <Heading />
        <LongWork />
        <OwnModels models={models.filter(({ deletedAt }) => !deletedAt)} />
        <Samples />
        {deleted.length > 0 && <DeletedModels models={deleted} />}
      </div>
      <div className={styles.messages}>
        <Messages />
      </div>
    </main>
  );
};
