import { correlatedWith, stretchAround, type Trace, type TraceTree, traceOf, traceTree } from '#model';
import { type AppState, appStore, type CommandRecord, historyOf, type RecordedEvent } from '#state';
import { rememberLast } from '../canvas/rememberLast.ts';
import { eventAtCursor, refusedAt } from '../timeline/commandAtCursor.ts';
import { dockStore } from '../timeline/dockStore.ts';
import { positionAt } from '../timeline/positionAt.ts';
import { type TracedNode, traceStore } from './traceStore.ts';

export type Traced = {
  trace: Trace<RecordedEvent, CommandRecord>;
  tree: TraceTree<RecordedEvent, CommandRecord>;
  /** What is looked at: what was chosen in the tree, else what is at the cursor. */
  subject: TracedNode;
};

/** Which read models hear a type, by what their code says. */
const heardBy =
  (modules: AppState['modules']) =>
  (type: string): string[] =>
    Object.entries(modules).flatMap(([id, status]) =>
      status.kind === 'ready' && status.module.kind === 'read-model' && status.facts.canHandle?.includes(type)
        ? [id]
        : [],
    );

const correlationIn = (node: TracedNode): string => {
  if (node.kind === 'command') return node.command.correlationId;
  const id = node.kind === 'event' ? node.event.metadata.correlationId : undefined;
  return typeof id === 'string' ? id : '';
};

const gathered = rememberLast(
  (
    events: AppState['events'],
    commands: AppState['commands'],
    modules: AppState['modules'],
    correlation: string,
    from: number,
    to: number,
  ): Trace<RecordedEvent, CommandRecord> =>
    traceOf({
      ...correlatedWith({ events, commands, correlations: historyOf(events).correlations }, correlation, { from, to }),
      heardBy: heardBy(modules),
    }),
);

const atCursor = (state: AppState): TracedNode | undefined => {
  const command = refusedAt(state, dockStore.getState().refusal);
  if (command) return { kind: 'command', command };
  const event = eventAtCursor(state);
  return event && { kind: 'event', event };
};

/** The event or command that a node stands at. */
const anchorOf = (node: TracedNode): TracedNode => ('event' in node ? { kind: 'event', event: node.event } : node);

/** The trace of what is looked at as things stand; nothing before the first event. */
export const tracedNow = (state: AppState = appStore.getState()): Traced | null => {
  const { chosen } = traceStore.getState();
  const subject = chosen?.position === positionAt(state) ? chosen.node : atCursor(state);
  if (!subject) return null;
  const anchor = anchorOf(subject);
  const correlation = correlationIn(anchor);
  const { from, to } = stretchAround(positionAt(state));
  const trace = gathered(state.events, state.commands, state.modules, correlation, from, to);
  return { trace, tree: traceTree(trace, anchor, correlation), subject };
};
