export { withoutFirst } from './collected.ts';
export { replayDataOf } from './replayDataOf.ts';
export { replayPagePieces } from './replayPagePieces.ts';
