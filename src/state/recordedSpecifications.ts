import { type CommandRecord, newUuid, type RecordedEvent } from '#engine';
import {
  eventAt,
  specificationFromReaction as fromReaction,
  positionsOf,
  programOf,
  type Specification,
  specificationFromRecorded,
} from '#model';
import type { AppState } from './AppState.ts';
import { appStore } from './appStore.ts';
import { asCodeReads } from './asCodeReads.ts';
import { edit } from './boardEditing.ts';
import { historyOf } from './historyIndex.ts';
import { orSay } from './messages.ts';

const { getState } = appStore;

const add = (specification: Specification | null): void => {
  if (specification) edit('Make a specification', [{ type: 'AddSpecification', specification }]);
};

export const specificationFromCommand = async (commandId: string): Promise<void> => {
  const { board, commands, events } = getState();
  const command = commands.find((record) => record.commandId === commandId);
  const read = command && (await orSay(() => asCodeReads(board, eventsAround(command, events))));
  if (command && read) add(specificationFromRecorded({ id: newUuid(), board, command, events: read }));
};

/** Nothing happens where the event, or its answer, is not recorded. */
export const specificationFromReaction = async (policyId: string, position: number): Promise<void> => {
  const { board, commands, events } = getState();
  const event = eventAt(events, position);
  const all = (event && (await orSay(() => asCodeReads(board, [event])))) ?? [];
  const hears = programOf(board).policies.find(({ id }) => id === policyId)?.hears;
  const read = all.find(({ type }) => hears?.includes(type)) ?? all[0];
  if (!read) return;
  const isAnswer = ({ origin }: CommandRecord): boolean =>
    origin.kind === 'policy' && origin.policyId === policyId && origin.eventId === read.metadata.eventId;
  add(fromReaction({ id: newUuid(), board, policyId, event: read, commands: commands.filter(isAnswer) }));
};

/** Those of its stream: what it was decided on, and what it made. */
const eventsAround = ({ stream }: CommandRecord, events: AppState['events']): RecordedEvent[] =>
  positionsOf(historyOf(events).streams, stream).flatMap((position) => eventAt(events, position) ?? []);
