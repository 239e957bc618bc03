import { type StreamDeletion, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { Dialog } from '../kit/Dialog.tsx';
import { deletionTexts } from '../text/deletions.ts';
import { kitTexts } from '../text/kit.ts';
import { askToDelete } from './lanesStore.ts';

/** Asks before a stream is deleted, and says what that means. */
export const DeleteStreamDialog = ({ deletion }: { deletion: StreamDeletion }) => {
  const { title, means, does } = deletionTexts.asks[deletion.mode];
  const close = () => askToDelete(null);
  return (
    <Dialog
      title={title(deletion.stream)}
      description={means}
      width="narrow"
      onClose={close}
      footer={
        <>
          <Button onClick={close}>{kitTexts.cancel}</Button>
          <Button
            variant="danger"
            onClick={() => {
              close();
              workspace.deleteStream(deletion);
            }}
          >
            {does}
          </Button>
        </>
      }
    />
  );
};
