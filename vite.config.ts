import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { serviceWorkerPlugin } from './src/offline/serviceWorkerPlugin.ts';
import { slimTypeScriptLibraries } from './src/ui/editor/build/slimTypeScriptLibraries.ts';

export default defineConfig({
  base: './',
  plugins: [serviceWorkerPlugin(), react()],
  build: { target: 'es2022', sourcemap: false },
  worker: { format: 'es', plugins: () => [slimTypeScriptLibraries()] },
});
