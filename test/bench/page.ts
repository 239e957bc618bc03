import { runStoreBench } from './storeBench.ts';

declare global {
  interface Window {
    runStoreBench?: typeof runStoreBench;
  }
}

window.runStoreBench = runStoreBench;
