import { playwright } from '@vitest/browser-playwright';
import { defineConfig, mergeConfig } from 'vitest/config';
import viteConfig from '../vite.config.ts';
import { bundledWorkers } from './support/bundledWorkers.ts';
import { launchOptions } from './support/findChromium.mjs';

const root = new URL('..', import.meta.url).pathname;

export default mergeConfig(
  viteConfig,
  defineConfig({
    root,
    test: {
      // By default a core is left for who watches.
      maxWorkers: '100%',
      projects: [
        {
          extends: true,
          test: {
            name: 'unit',
            environment: 'node',
            include: ['test/**/*.test.{ts,tsx}'],
            testTimeout: 60_000,
            // Some start a browser, which takes its time where others do the same.
            hookTimeout: 60_000,
            exclude: [
              'test/**/*.browser.test.*',
              'test/browser/**',
              'test/bench/**',
              'test/attacks/**',
              'test/files/project/exported/**',
            ],
          },
        },
        {
          extends: true,
          test: {
            name: 'exported',
            environment: 'node',
            include: ['test/files/project/exported/**/*.test.ts'],
            testTimeout: 120_000,
            hookTimeout: 300_000,
          },
        },
        {
          extends: true,
          test: {
            name: 'attacks',
            environment: 'node',
            include: ['test/attacks/**/*.test.ts'],
            fileParallelism: false,
            testTimeout: 60_000,
            hookTimeout: 120_000,
          },
        },
        {
          extends: true,
          plugins: [bundledWorkers()],
          optimizeDeps: {
            include: [
              'react',
              'react-dom',
              'react-dom/client',
              'react/jsx-dev-runtime',
              'lucide-react',
              'radix-ui',
              'react-resizable-panels',
              'tinykeys',
              'idb',
              '@xyflow/react',
              'zustand',
              'zustand/vanilla',
              'fast-check',
              'sucrase',
              'acorn',
              'acorn-walk',
              'magic-string',
              'valibot',
              'monaco-editor/editor',
              'monaco-editor/features/register.all',
              'monaco-editor/languages/definitions/typescript/register',
              'monaco-editor/languages/features/typescript/register',
              'monaco-editor/languages/features/typescript/tsMode',
            ],
          },
          test: {
            name: 'browser',
            include: ['test/**/*.browser.test.{ts,tsx}'],
            testTimeout: 60_000,
            // Each file starts engines with workers of their own, which fill the cores.
            fileParallelism: false,
            // As long as journeys wait: modules come one by one, also those of workers.
            expect: { poll: { timeout: 20_000 } },
            browser: {
              enabled: true,
              headless: true,
              screenshotFailures: false,
              provider: playwright({ launchOptions: launchOptions() }),
              instances: [{ browser: 'chromium' }],
            },
          },
        },
      ],
    },
  }),
);
