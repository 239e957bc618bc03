import type { DefinitionOf } from '#model';

/** Fields that can name a stream: ids and texts of the commands, those that most commands carry first; the present one is always there. */
export const idFieldOptions = (commands: Pick<DefinitionOf<'command'>, 'fields'>[], present: string): string[] => {
  const counts = new Map<string, number>([[present, 0]]);
  for (const { fields } of commands) {
    for (const { name, type } of fields) {
      if (type.kind === 'id' || type.kind === 'text') counts.set(name, (counts.get(name) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, one], [, other]) => other - one).map(([name]) => name);
};
