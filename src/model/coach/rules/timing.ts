import type { Definition } from '../../definitions.ts';
import type { Finding, Rule } from '../Advice.ts';
import type { Sight } from '../Sight.ts';

/** A person may send any command that is not left to policies alone. */
const isForPeople = ({ arrows }: Sight, { id }: Definition): boolean =>
  arrows.into(id, 'policy').length === 0 || arrows.into(id, 'actor').length > 0 || arrows.into(id, 'screen').length > 0;

const commandsFor = (sight: Sight, { id }: Definition): Definition[] => [
  ...sight.arrows.into(id, 'command'),
  ...sight.arrows.into(id, 'decider').flatMap((decider) => sight.commandsOf(decider.id)),
];

/** Without any policy: from outside, or because somebody may ask for it. */
const happensByItself = (sight: Sight, event: Definition): boolean => {
  const commands = commandsFor(sight, event);
  return (
    sight.arrows.into(event.id, 'system').length > 0 ||
    commands.length === 0 ||
    commands.some((command) => isForPeople(sight, command))
  );
};

/** What can happen while a read model does not answer yet: found by spreading until nothing new is reached. */
const eventsWithout = (sight: Sight, readModelId: string): ReadonlySet<string> => {
  const { arrows } = sight;
  const happens = new Set<string>();
  const policyActs = ({ id }: Definition): boolean =>
    arrows.into(id, 'event').some((event) => happens.has(event.id)) ||
    arrows
      .into(id, 'read-model')
      .some((one) => one.id !== readModelId && arrows.into(one.id, 'event').some((event) => happens.has(event.id)));
  const canHappen = (event: Definition): boolean =>
    happensByItself(sight, event) ||
    commandsFor(sight, event).some(({ id }) => arrows.into(id, 'policy').some(policyActs));
  const waiting = new Set(sight.placed('event'));
  for (let before = -1; before !== happens.size; ) {
    before = happens.size;
    for (const event of waiting) {
      if (!canHappen(event)) continue;
      happens.add(event.id);
      waiting.delete(event);
    }
  }
  return happens;
};

export const readAfterItHappened: Rule = {
  id: 'G13',
  title: 'Read models that wait for themselves',
  why: 'Somebody reads in order to act. If all that it shows comes only after that act, it is empty when it is needed.',
  lenses: ['process', 'design', 'event-modeling'],
  find: (sight) =>
    sight
      .placed('read-model')
      .filter(({ id }) => sight.arrows.outOf(id, 'policy').length > 0)
      .flatMap((readModel): Finding[] => {
        const heard = sight.arrows.into(readModel.id, 'event');
        if (heard.length === 0 || heard.some((event) => happensByItself(sight, event))) return [];
        const happens = eventsWithout(sight, readModel.id);
        if (heard.some(({ id }) => happens.has(id))) return [];
        return [
          {
            severity: 'warning',
            definitionId: readModel.id,
            place: { kind: 'note' },
            message: `${readModel.name} hears only what happens after it was read.`,
          },
        ];
      }),
};
