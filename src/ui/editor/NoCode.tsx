import { Code } from 'lucide-react';
import { skeletonOf } from '#model';
import { appStore, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { codeTexts } from '../text/code.ts';
import type { DefinitionWithCode } from './CodePane.tsx';

/** A definition that was made without code: one press gives it a skeleton that works. */
export const NoCode = ({ definition }: { definition: DefinitionWithCode }) => {
  const start = () => {
    const code = skeletonOf(appStore.getState().board, definition.id);
    workspace.edit(codeTexts.addCode(definition.name), [{ type: 'ChangeCode', definitionId: definition.id, code }]);
  };
  return (
    <EmptyState
      icon={Code}
      title={codeTexts.empty}
      action={
        <Button variant="primary" onClick={start}>
          {codeTexts.startWithSkeleton}
        </Button>
      }
    >
      {codeTexts.emptyHint(definition.name)}
    </EmptyState>
  );
};
