import { useApp } from '../useApp.ts';
import { type ConsumerDialog, openConsumerDialog } from './consumerDialog.ts';
import { FaultDesk } from './FaultDesk.tsx';
import { WorkersDialog } from './WorkersDialog.tsx';

/** One dialog, whoever asks for it. */
export const ConsumerDialogs = ({ dialog: { kind, consumerId } }: { dialog: ConsumerDialog }) => {
  const name = useApp(({ board }) => board.definitions[consumerId]?.name ?? consumerId);
  const Shown = kind === 'faults' ? FaultDesk : WorkersDialog;
  return <Shown consumerId={consumerId} name={name} onClose={() => openConsumerDialog(null)} />;
};
