import { type Delivery, delivered, differingDocuments } from '#model';
import { projectFromNothing, projectionOf, type Run, readyReadModels } from '#runtime';
import type { CodeError } from '#sandbox';
import type { DeliveryResult } from '../EngineApi.ts';

/**
 * Runs the recorded events through a read model from nothing, delivered in some way, and compares the documents: with
 * those that are stored for a plain rebuild, else with those of the recorded order. Stores nothing.
 */
export const tryDelivery = async (run: Run, readModelId: string, delivery: Delivery): Promise<DeliveryResult> => {
  const readModel = readyReadModels(run).find(({ id }) => id === readModelId);
  if (!readModel) return { kind: 'broken', message: 'There is no code that runs: mend it first.' };
  const { events } = await run.store.readAll();
  const expected =
    delivery === 'again'
      ? { documents: await run.store.documents(projectionOf(readModel)), error: undefined }
      : await projectFromNothing(run, readModelId, events);
  const actual = await projectFromNothing(run, readModelId, delivered(events, delivery));
  const error = actual?.error ?? expected?.error;
  if (error) return broken(error);
  const differing = differingDocuments(expected?.documents ?? [], actual?.documents ?? []);
  if (differing.length > 0) return { kind: 'different', documents: differing };
  return { kind: 'same', events: events.length, documents: actual?.documents.length ?? 0 };
};

const broken = ({ message, place }: CodeError): DeliveryResult => ({
  kind: 'broken',
  message: place ? `Line ${place.line}: ${message}` : message,
});
