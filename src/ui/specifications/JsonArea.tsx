import type { Json } from '#model';
import { useTyped } from '../inspector/fields/useTyped.ts';
import { TextArea } from '../kit/TextField.tsx';
import { specificationTexts as texts } from '../text/specifications.ts';
import { jsonFrom } from './specificationEdits.ts';

type JsonAreaProps = { label: string; value: Json; onCommit: (value: Json) => void };

/** A value as pretty JSON; becomes an edit when it is left. */
export const JsonArea = ({ label, value, onCommit }: JsonAreaProps) => {
  const stored = JSON.stringify(value, null, 2);
  const [text, setText] = useTyped(stored);
  const typed = jsonFrom(text);
  return (
    <TextArea
      label={label}
      isLabelHidden
      isCode
      rows={Math.min(12, text.split('\n').length)}
      value={text}
      error={typed === undefined ? texts.notJson : null}
      onChange={setText}
      onBlur={() => {
        if (typed !== undefined && text !== stored) onCommit(typed);
      }}
    />
  );
};
