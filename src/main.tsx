import './ui/theme/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { start, whenIdle } from '#state';
import { registerServiceWorker } from './offline/registerServiceWorker.ts';
import { App } from './ui/App.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
// What makes the next visit quick and offline must not slow this one down: it fetches everything there is.
void start().then(() => whenIdle(registerServiceWorker));
