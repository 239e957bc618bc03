import { useState } from 'react';
import { appStore, currentRunOf, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { TextField } from '../kit/TextField.tsx';
import { whatIfTexts as texts } from '../text/whatIf.ts';

const formId = 'rename-run';

export const RenameRunDialog = ({ onClose }: { onClose: () => void }) => {
  const [run] = useState(() => currentRunOf(appStore.getState().runs));
  const [name, setName] = useState(run?.name ?? '');
  const rename = () => {
    if (run && name.trim() !== '') void workspace.renameRun(run.runId, name);
    onClose();
  };
  return (
    <Dialog
      title={texts.renameTitle}
      width="narrow"
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{texts.cancel}</Button>
          <Button type="submit" form={formId} variant="primary" disabled={name.trim() === ''}>
            {texts.rename}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        onSubmit={(event) => {
          event.preventDefault();
          rename();
        }}
      >
        <TextField label={texts.name} value={name} onChange={setName} onFocus={(event) => event.target.select()} />
      </form>
    </Dialog>
  );
};
