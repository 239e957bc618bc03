import { type ReadModelControl, type ReadModelStatus, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { tooltip } from '../kit/tooltip.ts';

type ControlButtonProps = { status: ReadModelStatus; control: ReadModelControl; label: string; hint?: string };

/** Something that is done with a read model at once. */
export const ControlButton = ({ status, control, label, hint }: ControlButtonProps) => (
  <Button
    size="small"
    {...(hint ? tooltip(hint) : {})}
    onClick={() => workspace.controlReadModel(status.readModelId, control)}
  >
    {label}
  </Button>
);
