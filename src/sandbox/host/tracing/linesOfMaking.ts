import type { MakingReply, MakingRequest, PathStep, WorkerHost } from '../../Sandbox.ts';
import { isRecord } from '../checkReply.ts';
import type { Site } from './instrument.ts';
import { lineWithin } from './madeBy.ts';
import { askWatchedCopy, type WatchedCode } from './watchedCopy.ts';

const isIndex = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value) && value >= 0;

/** The line that a place names: within what it made, that of the property. A worker's answer is hostile: it names numbers. */
const lineOfPlace = (place: unknown, sites: Site[], path: readonly PathStep[]): MakingReply['lines'][number] => {
  const { site: named, depth } = isRecord(place) ? place : {};
  const site = isIndex(named) ? sites[named] : undefined;
  if (!site) return null;
  const within = site.made && isIndex(depth) ? lineWithin(site.made, path.slice(depth)) : undefined;
  return { file: site.file, line: within ?? site.line };
};

/** Runs single events again in an instrumented copy, and tells the lines after which a value stood as it did then. */
export const linesOfMaking = async (
  host: WorkerHost,
  silenceMs: number,
  code: WatchedCode,
  request: MakingRequest,
): Promise<MakingReply> => {
  const { changes, path } = request;
  const reply = await askWatchedCopy(host, silenceMs, code, { op: 'making', args: request });
  const made = reply.kind === 'answered' && Array.isArray(reply.value.made) ? reply.value.made : [];
  return {
    lines: changes.map((_change, index) =>
      lineOfPlace(made[index], reply.kind === 'answered' ? reply.sites : [], path),
    ),
  };
};
