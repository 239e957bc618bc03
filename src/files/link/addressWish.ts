import { isModelHash } from './modelLink.ts';

/** What an address asks to have opened, and where to look then. */
export type AddressWish = {
  open:
    | { kind: 'nothing' }
    /** A model in the hash. */
    | { kind: 'link'; hash: string }
    | { kind: 'sample'; sampleId: string }
    | { kind: 'lesson'; lesson: string }
    /** A file of this server. */
    | { kind: 'file'; url: string }
    /** A file of another server, by the name that a person knows it by. */
    | { kind: 'elsewhere'; url: string; where: string }
    /** What stands there leads to no file. */
    | { kind: 'nowhere'; address: string }
    /** What was shared with the installed app. */
    | { kind: 'handed-over' };
  /** A position of the history; null = now. */
  at: number | null;
  /** Plays the history from there, or from its start. */
  autoplay: boolean;
  /** The address without what it asked for, so that a reload does not ask again. */
  rest: string;
};

const used = ['open', 'lesson', 'at', 'autoplay', 'handed-over'];

/** Parameters that are not known, and values that make no sense, are not looked at. */
export const addressWish = (address: string): AddressWish => {
  const url = new URL(address);
  const { searchParams, hash } = url;
  const at = searchParams.get('at') ?? '';
  return {
    open: isModelHash(hash) ? { kind: 'link', hash } : toOpen(url),
    at: /^\d{1,9}$/.test(at) ? Number(at) : null,
    autoplay: searchParams.has('autoplay'),
    rest: restOf(url),
  };
};

const toOpen = ({ searchParams, href, origin }: URL): AddressWish['open'] => {
  if (searchParams.has('handed-over')) return { kind: 'handed-over' };
  const lesson = searchParams.get('lesson');
  if (lesson) return { kind: 'lesson', lesson };
  const wanted = searchParams.get('open');
  if (!wanted) return { kind: 'nothing' };
  if (wanted.startsWith('sample:')) return { kind: 'sample', sampleId: wanted.slice('sample:'.length) };
  if (!URL.canParse(wanted, href)) return { kind: 'nowhere', address: wanted };
  const file = new URL(wanted, href);
  if (!/^https?:$/.test(file.protocol)) return { kind: 'nowhere', address: wanted };
  return file.origin === origin
    ? { kind: 'file', url: file.href }
    : { kind: 'elsewhere', url: file.href, where: file.host };
};

const restOf = (url: URL): string => {
  const rest = new URL(url);
  for (const name of used) if (rest.searchParams.has(name)) rest.searchParams.delete(name);
  if (isModelHash(rest.hash)) rest.hash = '';
  return rest.href;
};
