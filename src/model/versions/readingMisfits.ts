import type { Board, DefinitionOf, Json } from '../definitions.ts';
import { misfits } from '../fields/misfits.ts';

/** Why what a stored event is read as does not fit the events of the wall, in sentences; none where all of it fits. */
export const readingMisfits = (
  { definitions }: Pick<Board, 'definitions'>,
  events: readonly { type: string; data: Json }[],
): string[] =>
  events.flatMap(({ type, data }) => {
    const definition = Object.values(definitions).find(
      (one): one is DefinitionOf<'event'> => one.kind === 'event' && one.name === type,
    );
    return definition
      ? misfits(definition.fields, data).map(({ text }) => text)
      : [`No event on the wall is named ${type}.`];
  });
