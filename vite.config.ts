import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serviceWorkerPlugin } from './src/offline/serviceWorkerPlugin.ts';
import { sandboxPlugin } from './src/sandbox/build/sandboxPlugin.ts';
import { slimTypeScriptLibraries } from './src/ui/editor/build/slimTypeScriptLibraries.ts';

export default defineConfig({
  base: './',
  plugins: [sandboxPlugin(), serviceWorkerPlugin(), react()],
  build: {
    target: 'es2022',
    sourcemap: false,
    // What the first sight of the wall needs is one file, however many parts that come later share pieces of it.
    rolldownOptions: { output: { codeSplitting: { groups: [{ name: 'start', tags: ['$initial'] }] } } },
  },
  worker: { format: 'es', plugins: () => [sandboxPlugin(), slimTypeScriptLibraries()] },
});
