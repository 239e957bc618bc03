/** A recorded event, as far as its causes are looked at. */
export type CausedEvent = {
  type: string;
  metadata: {
    eventId: string;
    globalPosition: number;
    commandId?: unknown;
    causationId?: unknown;
    publishedBy?: unknown;
  };
};

/** A recorded command, as far as its causes are looked at. */
export type CausingCommand = {
  commandId: string;
  origin: { kind: string; policyId?: string };
  causationId?: string;
  afterPosition: number;
};

/** Something that happened, with what it came from and what came of it. */
export type TraceNode<Event, Command> =
  | { kind: 'command'; command: Command }
  | { kind: 'event'; event: Event }
  /** It answered the event. */
  | { kind: 'policy'; policyId: string; event: Event }
  /** It hears the event. */
  | { kind: 'read-model'; readModelId: string; event: Event }
  /** A cause that is named, and that nobody recorded here. */
  | { kind: 'unrecorded'; id: string }
  /** Several beginnings that carry one correlation. */
  | { kind: 'correlation'; id: string };

export type Trace<Event, Command> = {
  causeOf: (node: TraceNode<Event, Command>) => TraceNode<Event, Command> | undefined;
  /** In the order in which they happened, read models last. */
  effectsOf: (node: TraceNode<Event, Command>) => readonly TraceNode<Event, Command>[];
  /** What has no cause, in order. */
  starts: readonly TraceNode<Event, Command>[];
};

type Gathered<Event, Command> = {
  events: readonly Event[];
  commands: readonly Command[];
  /** Read models that hear a type of event. */
  heardBy: (type: string) => readonly string[];
};

/** The same for the same thing that happened. */
export const keyOfTraced = (node: TraceNode<CausedEvent, CausingCommand>): string => {
  switch (node.kind) {
    case 'command':
      return `command ${node.command.commandId}`;
    case 'event':
      return `event ${node.event.metadata.globalPosition}`;
    case 'policy':
      return `policy ${node.policyId} ${node.event.metadata.globalPosition}`;
    case 'read-model':
      return `read-model ${node.readModelId} ${node.event.metadata.globalPosition}`;
    default:
      return `${node.kind} ${node.id}`;
  }
};

/** When it happened: the position of an event, behind which its policies answer; commands fall between positions. */
const whenOf = (node: TraceNode<CausedEvent, CausingCommand>): number => {
  switch (node.kind) {
    case 'command':
      return node.command.afterPosition + 0.5;
    case 'event':
      return node.event.metadata.globalPosition;
    case 'policy':
    case 'read-model':
      return node.event.metadata.globalPosition + 0.25;
    default:
      return 0;
  }
};

const idIn = (value: unknown): string | undefined => (typeof value === 'string' && value !== '' ? value : undefined);

/** Finds the cause of each event and command by what their metadata names. A cause comes before its effect. */
const causesAmong = <Event extends CausedEvent, Command extends CausingCommand>({
  events,
  commands,
}: Pick<Gathered<Event, Command>, 'events' | 'commands'>) => {
  type Node = TraceNode<Event, Command>;
  const eventById = new Map(events.map((event) => [event.metadata.eventId, event]));
  const commandById = new Map(commands.map((command) => [command.commandId, command]));

  const named = (id: string | undefined): Node | undefined => {
    if (id === undefined) return undefined;
    const [command, event] = [commandById.get(id), eventById.get(id)];
    if (command) return { kind: 'command', command };
    return event ? { kind: 'event', event } : { kind: 'unrecorded', id };
  };
  const earlier = (cause: Node | undefined, effect: Node): Node | undefined =>
    cause && whenOf(cause) < whenOf(effect) ? cause : undefined;

  /** By a policy with a command, or by a translation with a public event. */
  const answered = (cause: Node | undefined, policyId: string | undefined): Node | undefined =>
    cause?.kind === 'event' && policyId !== undefined ? { kind: 'policy', policyId, event: cause.event } : cause;

  return (node: Node): Node | undefined => {
    switch (node.kind) {
      case 'event': {
        const { commandId, causationId, publishedBy } = node.event.metadata;
        const cause = earlier(named(idIn(commandId) ?? idIn(causationId)), node);
        return answered(cause, idIn(publishedBy));
      }
      case 'command': {
        const { origin, causationId } = node.command;
        const cause = earlier(named(causationId), node);
        return answered(cause, origin.policyId);
      }
      case 'policy':
      case 'read-model':
        return { kind: 'event', event: node.event };
      default:
        return undefined;
    }
  };
};

/** What came from what, among events and commands that can hang together. */
export const traceOf = <Event extends CausedEvent, Command extends CausingCommand>(
  gathered: Gathered<Event, Command>,
): Trace<Event, Command> => {
  type Node = TraceNode<Event, Command>;
  const causeOf = causesAmong(gathered);
  const effects = new Map<string, Node[]>();
  const starts = new Map<string, Node>();

  const place = (node: Node): void => {
    const cause = causeOf(node);
    if (!cause) {
      starts.set(keyOfTraced(node), node);
      return;
    }
    const key = keyOfTraced(cause);
    const before = effects.get(key);
    if (before) before.push(node);
    else {
      effects.set(key, [node]);
      // A policy, and a cause that nobody recorded, are known by what came of them alone.
      if (cause.kind === 'policy' || cause.kind === 'unrecorded') place(cause);
    }
  };
  for (const command of gathered.commands) place({ kind: 'command', command });
  for (const event of gathered.events) place({ kind: 'event', event });
  const inOrder = (nodes: Iterable<Node>): Node[] => [...nodes].sort((one, other) => whenOf(one) - whenOf(other));

  return {
    causeOf,
    effectsOf: (node) => [
      ...inOrder(effects.get(keyOfTraced(node)) ?? []),
      ...(node.kind === 'event'
        ? gathered
            .heardBy(node.event.type)
            .map((readModelId): Node => ({ kind: 'read-model', readModelId, event: node.event }))
        : []),
    ],
    starts: inOrder(starts.values()),
  };
};
