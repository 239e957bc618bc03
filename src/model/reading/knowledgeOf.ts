import { arrowsOf, commandsOf, eventsOf } from '../arrows.ts';
import { isTranslationCode } from '../contexts/isTranslation.ts';
import type { Board, Definition } from '../definitions.ts';
import { generatedTypesOf } from '../typesOf.ts';
import type { Module } from './modulesOf.ts';
import type { Knowledge, Message } from './Reading.ts';

/** `published`: what a translation makes of the events. */
type Around = { commands: Message[]; events: Message[]; published?: Message[] };

/** The messages that the arrows lead to and from a module. */
export const messagesAround = (board: Board, { id, kind, code }: Module): Around => {
  const arrows = arrowsOf(board);
  switch (kind) {
    case 'decider':
      return { commands: commandsOf(arrows, id), events: eventsOf(arrows, id) };
    case 'read-model':
      return { commands: [], events: arrows.into(id, 'event') };
    case 'policy':
      if (isTranslationCode(code))
        return { commands: [], events: arrows.into(id, 'event'), published: arrows.outOf(id, 'event') };
      return {
        commands: arrows.outOf(id, 'command'),
        events: [...new Set([...arrows.into(id, 'event'), ...arrows.outOf(id, 'event')])],
      };
  }
};

export const isMessage = (definition: Definition): definition is Message =>
  definition.kind === 'event' || definition.kind === 'command';

/** What can be known of a module before its code is read. A message that another of the same name stands nearer to is left out. */
export const knowledgeOf = (board: Board, module: Module): Knowledge => {
  const { commands, events, published = [] } = messagesAround(board, module);
  const near = new Set([...commands, ...events, ...published]);
  const named = new Map<string, Message[]>();
  for (const message of Object.values(board.definitions).filter(isMessage))
    named.set(message.name, [...(named.get(message.name) ?? []), message]);
  for (const [name, messages] of named) {
    const nearer = messages.filter((message) => near.has(message));
    if (nearer.length > 0) named.set(name, nearer);
  }
  const types = generatedTypesOf(module, { commands, events, published });
  return { commands, events, named, types: new Map(types.map(({ name, messages }) => [name, messages])) };
};
