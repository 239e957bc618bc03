import { newUuid } from '#engine';
import { eventAt, specificationFromReaction as fromReaction } from '#model';
import { appStore } from './appStore.ts';
import { edit } from './boardEditing.ts';
import { asCodeReads } from './specifications.ts';

/** Nothing happens where the event, or its answer, is not recorded. */
export const specificationFromReaction = (policyId: string, position: number): void => {
  const { board, commands, events } = appStore.getState();
  const event = eventAt(events, position);
  const [read] = event ? asCodeReads(board, [event]) : [];
  if (!read) return;
  const specification = fromReaction({
    id: newUuid(),
    board,
    policyId,
    event: read,
    commands: commands.filter(
      ({ origin }) =>
        origin.kind === 'policy' && origin.policyId === policyId && origin.eventId === read.metadata.eventId,
    ),
  });
  if (specification) edit('Make a specification', [{ type: 'AddSpecification', specification }]);
};
