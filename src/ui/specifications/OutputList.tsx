import { Plus } from 'lucide-react';
import type { PolicyOutput } from '#model';
import { removeAt, replaceAt } from '../inspector/fields/fieldEdits.ts';
import { Button } from '../kit/Button.tsx';
import { Menu } from '../kit/Menu.tsx';
import { specificationTexts as texts } from '../text/specifications.ts';
import { OutputEditor } from './OutputEditor.tsx';
import styles from './Specifications.module.css';
import { type MessageTypes, newOutput } from './specificationEdits.ts';

type OutputListProps = {
  outputs: PolicyOutput[];
  types: MessageTypes;
  /** What it may do. */
  actions: readonly PolicyOutput['action'][];
  /** When it answers: what it schedules is due after that. */
  now: string | undefined;
  onChange: (outputs: PolicyOutput[]) => void;
};

/** What a policy answers with, in its order. */
export const OutputList = ({ outputs, types, actions, now, onChange }: OutputListProps) => {
  const offered = actions.flatMap((action) => {
    const output = newOutput(action, types, now);
    return output ? [{ label: texts.outputs[action], run: () => onChange([...outputs, output]) }] : [];
  });
  return (
    <>
      {outputs.length === 0 && <p className={styles.hint}>{texts.answersNothing}</p>}
      {outputs.map((output, index) => (
        <OutputEditor
          // biome-ignore lint/suspicious/noArrayIndexKey: an answer has no identity but its place
          key={index}
          output={output}
          types={types}
          onChange={(changed) => onChange(replaceAt(outputs, index, changed))}
          onRemove={() => onChange(removeAt(outputs, index))}
        />
      ))}
      {offered.length > 0 && (
        <div>
          <Menu
            label={texts.addOutput}
            trigger={
              <Button size="small" variant="quiet" icon={Plus}>
                {texts.addOutput}
              </Button>
            }
            entries={offered}
          />
        </div>
      )}
    </>
  );
};
