import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { slimTypeScriptLibraries } from './src/ui/editor/build/slimTypeScriptLibraries.ts';

export default defineConfig({
  base: './',
  plugins: [react()],
  build: { target: 'es2022', sourcemap: false },
  worker: { format: 'es', plugins: () => [slimTypeScriptLibraries()] },
});
