/** Said by the frame once it listens, and by the app to hand over the control port. */
export const frameReady = 'replayground-sandbox-ready';
export const frameConnect = 'replayground-sandbox-connect';

export type ToSupervisor =
  | { op: 'spawn'; workerId: number; script: string }
  | { op: 'kill'; workerId: number }
  | { op: 'ping'; count: number };

export type FromSupervisor =
  | { t: 'hello' }
  | { t: 'killed'; workerId: number }
  | { t: 'worker-error'; workerId: number; message: string; line: number }
  | { t: 'pong'; count: number };
