import './ui/theme/index.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { offerUpdate, start, whenIdle } from '#state';
import { App } from './ui/App.tsx';

const root = document.getElementById('root');
if (!root) throw new Error('The page has no #root');

createRoot(root).render(
  <StrictMode>
    <App />
  </StrictMode>,
);
// What makes the next visit quick and offline must not slow this one down: it fetches everything there is.
const openOfflineLater = async () =>
  (await import('./offline/registerServiceWorker.ts')).registerServiceWorker(offerUpdate);

void start().then(() => whenIdle(openOfflineLater));
