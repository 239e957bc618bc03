import type { ClockShift } from '#model';
import type { EngineNotice } from './EngineNotice.ts';

/** What engines of the same origin tell each other. Stores speak for themselves: this is what no store knows. */
export type TabMessage =
  | { kind: 'models-changed' }
  | { kind: 'runs-changed'; modelId: string }
  | { kind: 'run-switched'; modelId: string; runId: string }
  /** Only the tab at work meets it; the person may be looking at another one. */
  | { kind: 'policy-trouble'; runId: string; notice: PolicyNotice }
  | { kind: 'consumers-advanced'; runId: string }
  | { kind: 'clock-wound'; runId: string; clock: ClockShift }
  | { kind: 'wake-consumers'; runId: string }
  /** Another version of a read model serves, or none besides the wall's. */
  | { kind: 'versions-changed'; runId: string };

export type PolicyNotice = Extract<EngineNotice, { kind: 'policy-stopped' | 'policy-failed' }>;

export type Tabs = { tell: (message: TabMessage) => void; close: () => void };

export const openTabs = (hear: (message: TabMessage) => void): Tabs => {
  const channel = new BroadcastChannel('replayground');
  channel.onmessage = ({ data }: MessageEvent<TabMessage>) => hear(data);
  return { tell: (message) => channel.postMessage(message), close: () => channel.close() };
};
