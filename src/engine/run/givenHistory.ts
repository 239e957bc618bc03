import { valueAt, valueChanges } from '#model';
import { projectEachFromNothing, type Run } from '#runtime';
import { encodeTagged, type MakingRequest } from '#sandbox';
import type { GivenChange, GivenQuestion } from '../EngineApi.ts';
import { asRecorded } from './runSpecification.ts';

/** Given events that are gone through; a specification that is meant to be read has far fewer. */
const mostGiven = 200;

const textOf = (value: unknown): string | null => (value === undefined ? null : encodeTagged(value));

/**
 * Which of the given events of a specification made a value of a document, with the lines that did: the newest first, on
 * the code in force.
 */
export const givenHistory = async (
  run: Run,
  { specification, documentId, path }: GivenQuestion,
): Promise<GivenChange[]> => {
  const moduleId = specification.definitionId;
  const events = specification.given.slice(0, mostGiven).map(asRecorded);
  const changes: GivenChange[] = [];
  const making: MakingRequest['changes'] = [];
  for await (const { event, before, after } of projectEachFromNothing(run, moduleId, events)) {
    const [documentBefore, documentAfter] = [before.get(documentId), after.get(documentId)];
    const [was, is] = [valueAt(documentBefore, path), valueAt(documentAfter, path)];
    if (valueChanges(was, is).length === 0) continue;
    const given = event.metadata.globalPosition;
    const change = { given, type: event.type };
    changes.push({
      ...change,
      ...(was === undefined ? {} : { before: was }),
      ...(is === undefined ? {} : { after: is }),
    });
    const whole = documentBefore === undefined ? null : JSON.stringify(documentBefore);
    making.push({ position: given, before: whole, after: textOf(is), event });
  }
  if (making.length === 0) return [];
  const { lines } = await run.sandbox.making({
    subject: { kind: 'document', moduleId, documentId },
    path,
    changes: making,
  });
  return changes
    .map((change, index) => {
      const made = lines[index];
      return made ? { ...change, made } : change;
    })
    .reverse();
};
