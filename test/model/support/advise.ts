import type { Advice, Board, Evidence } from '#model';
import { adviceByRule } from '../../../src/model/coach/advise.ts';

/** All that the coach has to say. */
export const advise = (board: Board, evidence: Evidence = { streams: new Map(), verdicts: {} }): Advice[] =>
  [...adviceByRule(board, evidence)].flat();
