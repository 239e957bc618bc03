import type { Board, Connection } from '#model';

/** The arrows of a board by the note they leave and the note they enter. */
export type Links = {
  outgoing: (noteId: string) => readonly Connection[];
  incoming: (noteId: string) => readonly Connection[];
};

const none: readonly Connection[] = [];
const known = new WeakMap<Board['connections'], Links>();

const index = (connections: Board['connections']): Links => {
  const outgoing = new Map<string, Connection[]>();
  const incoming = new Map<string, Connection[]>();
  const add = (to: Map<string, Connection[]>, noteId: string, connection: Connection) => {
    const there = to.get(noteId);
    if (there) there.push(connection);
    else to.set(noteId, [connection]);
  };
  for (const connection of Object.values(connections)) {
    add(outgoing, connection.from, connection);
    add(incoming, connection.to, connection);
  }
  return {
    outgoing: (noteId) => outgoing.get(noteId) ?? none,
    incoming: (noteId) => incoming.get(noteId) ?? none,
  };
};

/** Computed once for each state of the arrows, however many notes ask. */
export const linksOf = ({ connections }: Pick<Board, 'connections'>): Links => {
  const links = known.get(connections) ?? index(connections);
  known.set(connections, links);
  return links;
};
