export { decodeTagged, encodeTagged } from './codec.ts';
export { codeHash } from './compile/codeHash.ts';
export { createSandbox } from './host/createSandbox.ts';
export { openFrameHost } from './host/frameHost.ts';
export { eventsReadFrom, isAnyRead, mostRead, type ReadEvent, readAsIn, readAsKey } from './readAs.ts';
export * from './Sandbox.ts';
export { unreadKey } from './unread.ts';
