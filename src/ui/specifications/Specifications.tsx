import { History, ListChecks, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { arrowsOf, type Board, commandsOf, type DefinitionOf, eventsOf } from '#model';
import { appStore, newUuid, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Menu } from '../kit/Menu.tsx';
import { specificationTexts as texts } from '../text/specifications.ts';
import { useApp } from '../useApp.ts';
import { recordedCommands } from './recordedCommands.ts';
import { SpecificationItem } from './SpecificationItem.tsx';
import styles from './Specifications.module.css';
import { type MessageType, newDeciderSpecification, newReadModelSpecification } from './specificationEdits.ts';

export type Specified = DefinitionOf<'decider'> | DefinitionOf<'read-model'>;

/** What a decider or a read model is meant to do, case by case, each green or red. */
export const Specifications = ({ definition }: { definition: Specified }) => {
  const board = useApp((state) => state.board);
  const [open, setOpen] = useState<{ id: string; isNew: boolean } | null>(null);
  const specifications = Object.values(board.specifications).filter((each) => each.definitionId === definition.id);
  const { commands, events } = useMessageTypes(board, definition);

  const add = () => {
    const specification = newSpecification(definition, commands[0], events[0]);
    if (!specification) return;
    workspace.edit(texts.addLabel, [{ type: 'AddSpecification', specification }]);
    setOpen({ id: specification.id, isNew: true });
  };
  const canAdd = definition.kind === 'read-model' || commands.length > 0;

  return (
    <div className={styles.pane}>
      <header className={styles.toolbar}>
        <Button size="small" icon={Plus} aria-label={texts.addLabel} disabled={!canAdd} onClick={add}>
          {texts.add}
        </Button>
        {definition.kind === 'decider' && (
          <FromRecorded decider={definition} onMade={(id) => setOpen({ id, isNew: true })} />
        )}
      </header>
      {specifications.length === 0 ? (
        <EmptyState icon={ListChecks} title={texts.none}>
          {canAdd ? texts.noneHint[definition.kind] : texts.needsCommand}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {specifications.map((specification) => (
            <SpecificationItem
              key={specification.id}
              specification={specification}
              commands={commands}
              events={events}
              isOpen={open?.id === specification.id}
              isNew={open?.id === specification.id && open.isNew}
              onToggle={() => setOpen(open?.id === specification.id ? null : { id: specification.id, isNew: false })}
            />
          ))}
        </ul>
      )}
    </div>
  );
};

const useMessageTypes = (board: Board, { id, kind }: Specified): { commands: MessageType[]; events: MessageType[] } =>
  useMemo(() => {
    const arrows = arrowsOf(board);
    if (kind === 'read-model') return { commands: [], events: arrows.into(id, 'event') };
    return { commands: commandsOf(arrows, id), events: eventsOf(arrows, id) };
  }, [board, id, kind]);

const newSpecification = (
  { id, kind, name }: Specified,
  command: MessageType | undefined,
  event: MessageType | undefined,
) => {
  if (kind === 'read-model') return newReadModelSpecification(newUuid(), id, texts.newName(name), event);
  return command && newDeciderSpecification(newUuid(), id, texts.newName(command.name), command);
};

type FromRecordedProps = { decider: DefinitionOf<'decider'>; onMade: (specificationId: string) => void };

/** A command that was sent, with what was recorded of it, becomes a specification. */
const FromRecorded = ({ decider, onMade }: FromRecordedProps) => {
  const commands = useApp((state) => state.commands);
  const recorded = useMemo(() => recordedCommands(commands, decider.category), [commands, decider.category]);
  if (recorded.length === 0) return null;
  return (
    <Menu
      label={texts.fromRecorded}
      trigger={
        <Button size="small" icon={History}>
          {texts.fromRecorded}
        </Button>
      }
      entries={recorded.map(({ commandId, label, hint }) => ({
        label,
        hint,
        run: () => {
          const before = appStore.getState().board.specifications;
          workspace.specificationFromCommand(commandId);
          const made = Object.keys(appStore.getState().board.specifications).find((id) => !(id in before));
          if (made) onMade(made);
        },
      }))}
    />
  );
};
