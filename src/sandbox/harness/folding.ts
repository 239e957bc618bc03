import { decodeTagged, encodeTagged, isExact } from '../codec.ts';
import type { SandboxEvent } from '../Sandbox.ts';
import { muted } from './capturedConsole.ts';
import { attempt, call, DeterminismError, note, SandboxError } from './errors.ts';
import type { Handed } from './forCode.ts';
import { noteChange } from './noteChange.ts';
import { deepFrozen } from './plainCopy.ts';
import { type Decider, startOf } from './shapes.ts';
import { checkState, pathOfOddNumber } from './storable.ts';

/** A state with its text, by which changes and differences are found, and by which it can be shown and taken up again. */
export type Folded = { state: unknown; text: string };

/** Above this many characters a state is no longer compared before and after. */
const largestCompared = 200_000;

const textOf = (state: unknown): string => {
  checkState(state, 'state');
  const odd = pathOfOddNumber(state, 'state');
  if (odd) note('OddNumber', `${odd}: most likely a mistake in a calculation.`);
  return encodeTagged(state);
};

export const startState = ({ initialState }: Decider): Folded => {
  const state = startOf(initialState);
  if (state === undefined) throw new SandboxError('initialState returned nothing. Did you forget `return`?');
  return { state, text: textOf(state) };
};

/** At such an event a deleted stream begins again: nothing that came before it counts. */
export const isNewBeginning = (metadata: { [name: string]: unknown } | undefined): boolean =>
  metadata?.beginsAgain === true;

/** What counts of a stream's events: those since it began again, where it did. */
export const counting = (events: readonly SandboxEvent[]): readonly SandboxEvent[] =>
  events.slice(
    Math.max(
      0,
      events.findLastIndex(({ metadata }) => isNewBeginning(metadata)),
    ),
  );

/** Whatever the code did to its input, the second run gets it as it was. */
const runAgain = (decider: Decider, before: string, event: object): string | undefined => {
  const again = muted(() => attempt('evolve', () => encodeTagged(call(decider.evolve, [decodeTagged(before), event]))));
  return again.error ? undefined : again.value;
};

const refuseNoState = (next: unknown, event: object): void => {
  if (next === undefined) throw new SandboxError('evolve returned nothing. Did you forget `return state`?');
  if (next === event)
    throw new SandboxError(
      'evolve returned the event instead of a state. Its parameters are (state, event), in this order: are they swapped?',
    );
};

const noteChanges = ({ evolve }: Decider, folded: Folded, makeEvent: () => object, isEventChanged: boolean): void => {
  // A state with instances of classes does not come back from its text.
  const again = (evolveAgain: () => unknown) => (isExact(folded.state) ? evolveAgain : undefined);
  if (encodeTagged(folded.state) !== folded.text)
    noteChange(
      'evolve changed the state in place. Return a new state instead: what was before would be lost.',
      again(() => call(evolve, [deepFrozen(decodeTagged(folded.text)), makeEvent()])),
    );
  if (isEventChanged)
    noteChange(
      'evolve changed the event in place. Events are facts: copy what should be different.',
      again(() => call(evolve, [decodeTagged(folded.text), deepFrozen(makeEvent())])),
    );
};

/**
 * One step of a fold. Notes a state or event that was changed in place and goes on; throws where the code breaks,
 * returns nothing, or gives another result for the same input.
 */
const evolveOnce = (decider: Decider, folded: Folded, makeEvent: () => object): Folded =>
  decider.onlyReads ? evolveUnwatched(decider, folded, makeEvent()) : evolveWatched(decider, folded, makeEvent);

/** What a stored event does to a state: a step for each event that it is read as. */
export const evolveThrough = (decider: Decider, folded: Folded, handed: readonly Handed[]): Folded => {
  let next = folded;
  for (let index = 0; index < handed.length; index += 1)
    next = evolveOnce(decider, next, (handed[index] as Handed).make);
  return next;
};

/** Code that only reads has nothing to be watched for. */
const evolveUnwatched = (decider: Decider, { state }: Folded, event: object): Folded => {
  const next = call<unknown>(decider.evolve, [state, event]);
  refuseNoState(next, event);
  return { state: next, text: textOf(next) };
};

const evolveWatched = (decider: Decider, folded: Folded, makeEvent: () => object): Folded => {
  const event = makeEvent();
  const eventBefore = encodeTagged(event);
  const next = call<unknown>(decider.evolve, [folded.state, event]);
  refuseNoState(next, event);
  const text = textOf(next);
  if (folded.text.length > largestCompared || text.length > largestCompared) return { state: next, text };
  noteChanges(decider, folded, makeEvent, encodeTagged(event) !== eventBefore);
  // A state with instances of classes does not come back from its text, so it cannot be handed in a second time.
  const again = isExact(folded.state) ? runAgain(decider, folded.text, makeEvent()) : undefined;
  if (again !== undefined && again !== text)
    throw new DeterminismError(
      'evolve gave two different results for the same state and event. Look for variables outside of the function that change.',
    );
  return { state: next, text };
};
