import type { Board } from '#model';
import type { AppState } from '#state';

type Verdicts = AppState['verdicts'];
export type VerdictTone = 'passed' | 'failed' | 'broken' | 'running' | 'unknown';

export const toneOf = (verdict: Verdicts[string] | undefined): VerdictTone => {
  if (verdict === undefined) return 'unknown';
  return verdict === 'running' ? 'running' : verdict.kind;
};

export type Summary = { isGreen: boolean; text: string };

/** "5" where all of a definition's specifications passed, "3/5" where some did not; null where there are none. */
export const summaryOf = (
  specifications: Board['specifications'],
  verdicts: Verdicts,
  definitionId: string,
): Summary | null => {
  const own = Object.values(specifications).filter((each) => each.definitionId === definitionId);
  if (own.length === 0) return null;
  const passed = own.filter(({ id }) => toneOf(verdicts[id]) === 'passed').length;
  const isGreen = own.every(({ id }) => ['passed', 'running', 'unknown'].includes(toneOf(verdicts[id])));
  return { isGreen, text: isGreen ? `${own.length}` : `${passed}/${own.length}` };
};
