import { Code2, Trash2 } from 'lucide-react';
import { begunUpcaster, versionsOf } from '#model';
import { workspace } from '#state';
import { IconButton } from '../kit/IconButton.tsx';
import { versionsTexts as texts } from '../text/versions.ts';
import { type EventDefinition, stepTo, wordsOfStep, wordsOfVersion } from './steps.ts';
import styles from './Versions.module.css';

type VersionListProps = { definition: EventDefinition; open: number | null; onOpen: (to: number) => void };

/** The versions of an event, the newest first, each with what it changed and with the step that leads to it. */
export const VersionList = ({ definition, open, onOpen }: VersionListProps) => (
  <ol className={styles.versions} aria-label={texts.list}>
    {versionsOf(definition).map((version) => (
      <li key={version.version}>
        <p className={styles.version}>
          <strong>{texts.version(version.version)}</strong>
          {version.version === definition.schemaVersion && <span className={styles.quiet}>{texts.now}</span>}
          <span className={styles.words}>{wordsOfVersion(version)}</span>
        </p>
        {version.version > 1 && <Step {...{ definition, open, onOpen }} to={version.version} />}
      </li>
    ))}
  </ol>
);

const Step = ({ definition, to, open, onOpen }: VersionListProps & { to: number }) => {
  const step = stepTo(definition, to);
  const change = (label: string, next: ReturnType<typeof begunUpcaster>) =>
    workspace.edit(label, [{ type: 'ChangeUpcast', definitionId: definition.id, step: next }]);
  const write = () => {
    if (!step?.code) change(texts.writeAction(definition.name), begunUpcaster(definition, to));
    onOpen(to);
  };
  return (
    <p className={styles.step} aria-current={open === to ? 'true' : undefined}>
      <span className={styles.quiet}>{texts.step(to)}</span>
      <span className={styles.words}>{wordsOfStep(step, definition.name)}</span>
      <IconButton
        size="small"
        icon={Code2}
        label={step?.code ? texts.editCodeOf(to) : texts.writeCodeOf(to)}
        onClick={write}
      />
      {step && (
        <IconButton
          size="small"
          icon={Trash2}
          label={texts.removeOf(to)}
          onClick={() => change(texts.removeAction(definition.name), { to })}
        />
      )}
    </p>
  );
};
