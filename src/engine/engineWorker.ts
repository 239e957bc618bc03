/// <reference lib="webworker" />
import { createSandbox } from '#sandbox';
import { createEngine } from './createEngine.ts';
import type { EngineNotice } from './EngineNotice.ts';
import { sentenceOf } from './sentences.ts';
import { reachHost } from './wire/bridgedHost.ts';
import { serve } from './wire/wire.ts';

/** The first message brings the ports: one for the screen's calls, one to the frame that only the screen may hold. */
addEventListener(
  'message',
  ({ data }: MessageEvent<{ calls: MessagePort; host: MessagePort }>) => {
    const host = reachHost(data.host);
    const engine = createEngine({
      createSandbox: () => createSandbox(host),
      notify: (notice) => screen.notify(notice),
    });
    const screen = serve<EngineNotice>(data.calls, engine, sentenceOf);
  },
  { once: true },
);
