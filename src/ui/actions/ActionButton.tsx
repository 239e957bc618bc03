import { IconButton, type IconButtonProps } from '../kit/IconButton.tsx';
import { useApp } from '../useApp.ts';
import { isEnabled, labelOf } from './Action.ts';
import { runAction } from './menuItem.ts';
import { actionById } from './registry.ts';

type ActionButtonProps = Omit<IconButtonProps, 'icon' | 'label' | 'keys' | 'onClick' | 'disabled'> & {
  /** Of the registry; the action must have an icon. */
  action: string;
};

/** An action as an icon with its label and keys as the tooltip. */
export const ActionButton = ({ action: id, ...rest }: ActionButtonProps) => {
  const action = actionById(id);
  const label = useApp((state) => labelOf(action, state));
  const isDisabled = useApp((state) => !isEnabled(action, state));
  if (!action.icon) throw new Error(`The action ${id} has no icon`);
  return (
    <IconButton
      icon={action.icon}
      label={label}
      keys={action.keys?.[0]}
      disabled={isDisabled}
      onClick={() => runAction(id)}
      {...rest}
    />
  );
};
