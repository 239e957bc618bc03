import { appStore } from './appStore.ts';
import { engine } from './engineAccess.ts';
import { sentenceOf } from './messages.ts';

const { getState, setState } = appStore;

const setVerdict = (id: string, verdict: ReturnType<typeof getState>['verdicts'][string]): void =>
  setState(({ verdicts }) => ({ verdicts: { ...verdicts, [id]: verdict } }));

export const runSpecification = async (specificationId: string): Promise<void> => {
  const specification = getState().board.specifications[specificationId];
  if (!specification) return;
  try {
    const verdict = await engine().specify(specification);
    if (getState().board.specifications[specificationId] === specification) setVerdict(specificationId, verdict);
  } catch (error) {
    setVerdict(specificationId, { kind: 'broken', message: sentenceOf(error) });
  }
};

/** A verdict stays on screen until the next one is there, so that nothing flickers while somebody types. */
export const runAllSpecifications = (): void => {
  for (const id of Object.keys(getState().board.specifications)) void runSpecification(id);
};

/** Runs those that are new or changed, drops the verdicts of those that are gone. */
export const followSpecifications = (
  specifications: ReturnType<typeof getState>['board']['specifications'],
  before: ReturnType<typeof getState>['board']['specifications'],
): void => {
  setState(({ verdicts }) => ({
    verdicts: Object.fromEntries(Object.entries(verdicts).filter(([id]) => id in specifications)),
  }));
  for (const [id, specification] of Object.entries(specifications))
    if (specification !== before[id]) void runSpecification(id);
};
