import { valueAt, valueChanges } from '#model';
import { projectFromNothing, type Run } from '#runtime';
import type { GivenChange, GivenQuestion } from '../EngineApi.ts';
import { asRecorded } from './runSpecification.ts';

/** Given events that are gone through; a specification that is meant to be read has far fewer. */
const mostGiven = 200;

/** Which of the given events of a specification made a value of a document: the newest first, on the code in force. */
export const givenHistory = async (
  run: Run,
  { specification, documentId, path }: GivenQuestion,
): Promise<GivenChange[]> => {
  const given = specification.given.slice(0, mostGiven).map(asRecorded);
  const valueAfter = async (count: number) => {
    const projected = await projectFromNothing(run, specification.definitionId, given.slice(0, count));
    const document = projected?.documents.find((one) => one.documentId === documentId)?.document;
    return { value: valueAt(document, path), isBroken: projected?.error !== undefined };
  };
  const changes: GivenChange[] = [];
  let before: ReturnType<typeof valueAt>;
  for (const [index, { type }] of given.entries()) {
    const { value: after, isBroken } = await valueAfter(index + 1);
    if (isBroken) break;
    if (valueChanges(before, after).length > 0)
      changes.unshift({
        given: index + 1,
        type,
        ...(before === undefined ? {} : { before }),
        ...(after === undefined ? {} : { after }),
      });
    before = after;
  }
  return changes;
};
