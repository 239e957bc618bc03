import { History, ListChecks, Plus } from 'lucide-react';
import { useMemo, useState } from 'react';
import { arrowsOf, type Board, commandsOf, type DefinitionOf, eventsOf } from '#model';
import { appStore, type CommandRecord, newUuid, workspace } from '#state';
import { Button } from '../kit/Button.tsx';
import { EmptyState } from '../kit/EmptyState.tsx';
import { Menu } from '../kit/Menu.tsx';
import { specificationTexts as texts } from '../text/specifications.ts';
import { useApp } from '../useApp.ts';
import { deliveries, reactions } from './recordedAnswers.ts';
import { recordedCommands } from './recordedCommands.ts';
import { SpecificationItem } from './SpecificationItem.tsx';
import styles from './Specifications.module.css';
import {
  type MessageType,
  type MessageTypes,
  newDeciderSpecification,
  newPolicySpecification,
  newReadModelSpecification,
} from './specificationEdits.ts';

export type Specified = DefinitionOf<'decider' | 'read-model' | 'policy'>;

/** What a decider, a read model or a policy is meant to do, case by case, each green or red. */
export const Specifications = ({ definition }: { definition: Specified }) => {
  const board = useApp((state) => state.board);
  const [open, setOpen] = useState<{ id: string; isNew: boolean } | null>(null);
  const specifications = Object.values(board.specifications).filter((each) => each.definitionId === definition.id);
  const types = useMessageTypes(board, definition);
  const showNew = (id: string) => setOpen({ id, isNew: true });

  const add = () => {
    const specification = newSpecification(definition, types);
    if (!specification) return;
    workspace.edit(texts.addLabel, [{ type: 'AddSpecification', specification }]);
    showNew(specification.id);
  };
  const isDecider = definition.kind === 'decider';
  const canAdd = definition.kind === 'read-model' || whenOf(definition, types) !== undefined;

  return (
    <div className={styles.pane}>
      <header className={styles.toolbar}>
        <Button size="small" icon={Plus} aria-label={texts.addLabel} disabled={!canAdd} onClick={add}>
          {texts.add}
        </Button>
        <FromRecorded definition={definition} onMade={showNew} />
      </header>
      {specifications.length === 0 ? (
        <EmptyState icon={ListChecks} title={texts.none}>
          {canAdd ? texts.noneHint[definition.kind] : isDecider ? texts.needsCommand : texts.needsEvent}
        </EmptyState>
      ) : (
        <ul className={styles.list}>
          {specifications.map((specification) => (
            <SpecificationItem
              key={specification.id}
              specification={specification}
              types={types}
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

const useMessageTypes = (board: Board, { id, kind }: Specified): MessageTypes =>
  useMemo(() => {
    const arrows = arrowsOf(board);
    const heard = arrows.into(id, 'event');
    const recorded = arrows.outOf(id, 'event');
    switch (kind) {
      case 'decider':
        return { commands: commandsOf(arrows, id), events: eventsOf(arrows, id), heard: [], recorded: [] };
      case 'read-model':
        return { commands: [], events: heard, heard, recorded: [] };
      case 'policy':
        return {
          commands: arrows.outOf(id, 'command'),
          events: [...new Set([...heard, ...recorded])],
          heard,
          recorded,
        };
    }
  }, [board, id, kind]);

/** What a new case of it begins with. */
const whenOf = ({ kind }: Specified, { commands, heard }: MessageTypes): MessageType | undefined =>
  kind === 'decider' ? commands[0] : heard[0];

const newSpecification = (definition: Specified, types: MessageTypes) => {
  const { id, kind, name } = definition;
  const when = whenOf(definition, types);
  if (kind === 'read-model') return newReadModelSpecification(newUuid(), id, texts.newName(name), when);
  if (!when) return undefined;
  const newOne = kind === 'decider' ? newDeciderSpecification : newPolicySpecification;
  return newOne(newUuid(), id, texts.newName(when.name), when);
};

type FromRecordedProps = { definition: Specified; onMade: (specificationId: string) => void };

/** A command that was sent, or an event that was heard, with what was recorded of it, becomes a specification. */
const FromRecorded = ({ definition, onMade }: FromRecordedProps) => {
  const commands = useApp((state) => state.commands);
  const recorded = useMemo(() => recordedFor(definition, commands), [definition, commands]);
  if (recorded.length === 0) return null;
  const label = definition.kind === 'policy' ? texts.fromHeard : texts.fromRecorded;
  const make = async (run: () => Promise<void> | void) => {
    const before = appStore.getState().board.specifications;
    await run();
    const made = Object.keys(appStore.getState().board.specifications).find((id) => !(id in before));
    if (made) onMade(made);
  };
  return (
    <Menu
      label={label}
      trigger={
        <Button size="small" icon={History}>
          {label}
        </Button>
      }
      entries={recorded.map(({ run, ...entry }) => ({ ...entry, run: () => void make(run) }))}
    />
  );
};

type RecordedCase = { label: string; hint: string; run: () => Promise<void> | void };

const recordedFor = (definition: Specified, commands: CommandRecord[]): RecordedCase[] => {
  const { id, kind } = definition;
  if (kind === 'read-model') return [];
  const fromCommands = kind === 'decider' ? recordedCommands(commands, definition.category) : deliveries(commands, id);
  const cases = fromCommands.map(({ commandId, ...entry }) => ({
    ...entry,
    run: () => workspace.specificationFromCommand(commandId),
  }));
  if (kind === 'decider' || cases.length > 0) return cases;
  const { events } = appStore.getState();
  return reactions(commands, events, id).map(({ position, ...entry }) => ({
    ...entry,
    run: () => workspace.specificationFromReaction(id, position),
  }));
};
