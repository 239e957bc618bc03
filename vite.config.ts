import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { replayPagePlugin } from './src/files/replayPage/build/replayPagePlugin.ts';
import { serviceWorkerPlugin } from './src/offline/serviceWorkerPlugin.ts';
import { bundleAsText, sandboxPlugin } from './src/sandbox/build/sandboxPlugin.ts';
import { slimTypeScriptLibraries } from './src/ui/editor/build/slimTypeScriptLibraries.ts';

/**
 * Does nothing by being there, the room by rule: what only lazy parts of the screen use of it stays out of the first
 * script.
 */
const pure = [/\/src\/model\//, /\/node_modules\/idb\//].map((test) => ({ test, sideEffects: false }));

export default defineConfig({
  base: './',
  // The pages of other stores' measurements need what only they install.
  optimizeDeps: { entries: ['index.html', 'test/bench/*.html'] },
  plugins: [sandboxPlugin(), serviceWorkerPlugin(), replayPagePlugin((entry) => bundleAsText(entry, true)), react()],
  build: {
    target: 'es2022',
    sourcemap: false,
    // Monaco is large by nature and comes late; what the first sight weighs has a check of its own.
    chunkSizeWarningLimit: 5_000,
    rolldownOptions: {
      treeshake: { moduleSideEffects: pure },
      // What the first sight of the wall needs is one file, however many parts that come later share pieces of it.
      output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } },
    },
  },
  worker: { format: 'es', plugins: () => [sandboxPlugin(), slimTypeScriptLibraries()] },
});
