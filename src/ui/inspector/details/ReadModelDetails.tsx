import { RotateCcw } from 'lucide-react';
import type { DefinitionOf } from '#model';
import { workspace } from '#state';
import { Button } from '../../kit/Button.tsx';
import { Segmented } from '../../kit/Segmented.tsx';
import { inspectorTexts } from '../../text/inspector.ts';
import { useApp } from '../../useApp.ts';
import styles from './Details.module.css';
import { Experiments } from './Experiments.tsx';

export const ReadModelDetails = ({ definition }: { definition: DefinitionOf<'read-model'> }) => {
  const { id, name, lifecycle } = definition;
  const rebuild = useApp((state) => (state.rebuild?.readModelId === id ? state.rebuild : null));
  const isIdle = useApp((state) => state.rebuild === null && state.events.length > 0);
  const change = (chosen: 'inline' | 'async') =>
    workspace.edit(inspectorTexts.changeLifecycle(name), [
      { type: 'SetLifecycle', definitionId: id, lifecycle: chosen },
    ]);
  return (
    <>
      <section className={styles.section}>
        <h3>{inspectorTexts.updates}</h3>
        <Segmented
          label={inspectorTexts.updates}
          value={lifecycle}
          onChange={change}
          segments={[
            { value: 'inline', label: inspectorTexts.inline },
            { value: 'async', label: inspectorTexts.async },
          ]}
        />
        <p className={styles.hint}>{lifecycle === 'inline' ? inspectorTexts.inlineHint : inspectorTexts.asyncHint}</p>
      </section>
      <section className={styles.section}>
        <Button icon={RotateCcw} disabled={!isIdle} onClick={() => void workspace.rebuildVisibly(id)}>
          {inspectorTexts.rebuild}
        </Button>
        <p className={styles.hint}>
          {rebuild ? inspectorTexts.rebuilding(rebuild.position, rebuild.of) : inspectorTexts.rebuildHint}
        </p>
      </section>
      <Experiments definition={definition} key={id} />
    </>
  );
};
