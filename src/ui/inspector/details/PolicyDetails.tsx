import { Workflow } from 'lucide-react';
import { type DefinitionOf, isCategoryName, isProcessCode, processCategoryOf, processSkeletonOf } from '#model';
import { appStore, workspace } from '#state';
import { Button } from '../../kit/Button.tsx';
import { Checkbox } from '../../kit/Checkbox.tsx';
import { PolicyStanding } from '../../read-models/PolicyStanding.tsx';
import { inspectorTexts } from '../../text/inspector.ts';
import { useApp } from '../../useApp.ts';
import { CommittedField } from '../fields/CommittedField.tsx';
import { Translate } from './Contexts.tsx';
import styles from './Details.module.css';

type Props = { definition: DefinitionOf<'policy'> };

/** Which streams a process manager owns. */
const ProcessStreams = ({ definition }: Props) => {
  const { id, name } = definition;
  const category = useApp(({ board }) => processCategoryOf(definition, Object.values(board.definitions)));
  const change = (text: string) =>
    workspace.edit(inspectorTexts.changeStreams(name), [
      { type: 'NameStreams', definitionId: id, naming: { category: text, idField: '' } },
    ]);
  return (
    <>
      <CommittedField
        label={inspectorTexts.category}
        isCode
        value={category}
        check={(text) => (isCategoryName(text) ? null : inspectorTexts.categoryWrong)}
        onCommit={change}
      />
      <p className={styles.hint}>{inspectorTexts.processStreamsHint(category)}</p>
    </>
  );
};

/** A policy of which nobody has written any code yet may become a process manager. */
const KeepState = ({ definition }: Props) => {
  const keepState = () => {
    workspace.edit(inspectorTexts.makeProcess(definition.name), [
      {
        type: 'ChangeCode',
        definitionId: definition.id,
        code: processSkeletonOf(appStore.getState().board, definition),
      },
    ]);
    workspace.setInspectorTab('code');
  };
  return (
    <>
      <div>
        <Button size="small" icon={Workflow} onClick={keepState}>
          {inspectorTexts.keepState}
        </Button>
      </div>
      <p className={styles.hint}>{inspectorTexts.keepStateHint}</p>
    </>
  );
};

export const PolicyDetails = ({ definition }: Props) => {
  const { id, name, isOn, code } = definition;
  const turn = (on: boolean) =>
    workspace.edit(on ? inspectorTexts.switchOn(name) : inspectorTexts.switchOff(name), [
      { type: 'SwitchPolicy', definitionId: id, isOn: on },
    ]);
  return (
    <section className={styles.section}>
      <Checkbox label={inspectorTexts.policyOn} isChecked={isOn} onChange={turn} />
      {isOn && <PolicyStanding policyId={id} />}
      {!isOn && <p className={styles.hint}>{inspectorTexts.policyOffHint}</p>}
      {isProcessCode(code) && <ProcessStreams definition={definition} />}
      {code.length === 0 && <KeepState definition={definition} />}
      {code.length === 0 && <Translate definition={definition} />}
    </section>
  );
};
