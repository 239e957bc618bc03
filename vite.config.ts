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
    // model/ is pure: what only a part that is loaded later uses of it is loaded with that part.
    rollupOptions: { treeshake: { moduleSideEffects: (id) => !id.includes('/src/model/') } },
  },
  worker: { format: 'es', plugins: () => [sandboxPlugin(), slimTypeScriptLibraries()] },
});
