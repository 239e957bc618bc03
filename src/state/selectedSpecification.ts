import { newUuid } from '#engine';
import { eventAt, notesOf, specificationFromRecorded } from '#model';
import { appStore } from './appStore.ts';
import { asCodeReads } from './asCodeReads.ts';
import { edit } from './boardEditing.ts';
import { commandLogOf } from './historyIndex.ts';
import { orSay, sayNote } from './messages.ts';

const { getState, setState } = appStore;

/** A command makes fewer events than this. */
const mostOfCommand = 1000;

/** Says what came of it, and where it can be seen. */
export const specificationFromEvents = async (positions: readonly number[]): Promise<void> => {
  const { board, commands, events } = getState();
  const selected = positions.flatMap((position) => eventAt(events, position) ?? []);
  const last = selected.at(-1);
  const command = commandLogOf(commands).byId.get(last?.metadata.commandId ?? '');
  if (!last || !command) {
    sayNote('No command is recorded that made the last of these events.');
    return;
  }
  // What it made stands together, around the last one.
  const made = events
    .slice(Math.max(0, last.metadata.globalPosition - mostOfCommand), last.metadata.globalPosition + mostOfCommand)
    .filter(({ metadata }) => metadata.commandId === command.commandId);
  const given = selected.filter(({ metadata }) => metadata.commandId !== command.commandId);
  const read = await orSay(() => asCodeReads(board, [...given, ...made]));
  if (!read) return;
  const specification = specificationFromRecorded({ id: newUuid(), board, command, events: read });
  if (!specification) {
    sayNote(`No decider on the wall takes ${command.type}.`);
    return;
  }
  edit('Make a specification', [{ type: 'AddSpecification', specification }]);
  const note = notesOf(board, specification.definitionId)[0];
  const show = () =>
    setState({
      selection: { noteIds: note ? [note.id] : [], connectionIds: [] },
      inspectorTab: 'specifications',
      isInspectorOpen: true,
    });
  sayNote(`Made a specification: ${specification.name}.`, [{ label: 'Show it', run: show }]);
};
