import type { DefinitionOf } from '#model';
import { workspace } from '#state';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { inspectorTexts } from '../../text/inspector.ts';
import styles from './Details.module.css';

export const PolicyDetails = ({ definition }: { definition: DefinitionOf<'policy'> }) => {
  const { id, name, isOn } = definition;
  const turn = (on: boolean) =>
    workspace.edit(on ? inspectorTexts.switchOn(name) : inspectorTexts.switchOff(name), [
      { type: 'SwitchPolicy', definitionId: id, isOn: on },
    ]);
  return (
    <section className={styles.section}>
      <Checkbox label={inspectorTexts.policyOn} isChecked={isOn} onChange={turn} />
      {!isOn && <p className={styles.hint}>{inspectorTexts.policyOffHint}</p>}
    </section>
  );
};
