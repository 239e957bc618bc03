import type { Finding, Rule } from '../Advice.ts';
import type { Delivery } from '../deliveries.ts';
import type { Sight } from '../Sight.ts';

const what: { readonly [D in Delivery]: (name: string) => string } = {
  again: (name) => `${name} comes out otherwise when it is rebuilt`,
  twice: (name) => `${name} comes out otherwise when events come twice`,
  shuffled: (name) => `${name} rests on the order in which streams come`,
};

const findingsOf = ({ evidence, placed }: Sight): Finding[] => {
  const readModels = new Map(placed('read-model').map(({ id, name }) => [id, name]));
  return (evidence.experiments ?? []).flatMap(({ readModelId, delivery, differing }): Finding[] => {
    const name = readModels.get(readModelId);
    if (name === undefined || differing === 0) return [];
    const count = differing === 1 ? '1 document differs' : `${differing} documents differ`;
    return [
      {
        severity: 'warning',
        definitionId: readModelId,
        place: { kind: 'note' },
        message: `${what[delivery](name)}: ${count}.`,
      },
    ];
  });
};

export const deliveriesAgree: Rule = {
  id: 'G9',
  title: 'Read models that depend on how events come',
  why:
    'An event may be delivered twice, and streams know no order among each other. What is kept should be the same ' +
    'however events come, and the same when it is built anew. The experiment was tried on what is recorded now.',
  lenses: ['process', 'design', 'event-modeling'],
  find: findingsOf,
};
