import type { ReactNode } from 'react';
import { flushSync } from 'react-dom';
import { createRoot, type Root } from 'react-dom/client';
import { onTestFinished } from 'vitest';
import '../../../src/ui/theme/index.css';

export type Rendered = { host: HTMLElement; rerender: (node: ReactNode) => void };

/** Puts something on the page for the length of one test. */
export const render = (node: ReactNode, style = ''): Rendered => {
  const host = document.createElement('div');
  host.setAttribute('style', style);
  document.body.append(host);
  const root: Root = createRoot(host);
  onTestFinished(() => {
    root.unmount();
    host.remove();
  });
  const rerender = (next: ReactNode) => flushSync(() => root.render(next));
  rerender(node);
  return { host, rerender };
};
