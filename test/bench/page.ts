import { openEmptyRun, openLongRun } from './historyBench.ts';
import { runReplayBench } from './replayBench.ts';
import { runStoreBench } from './storeBench.ts';

const bench = { runStoreBench, runReplayBench, openEmptyRun, openLongRun };

declare global {
  interface Window {
    bench?: typeof bench;
  }
}

window.bench = bench;
