import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What a client read of a stream, and decides on: it grows old as others write. */
type View = { version: number; state: unknown };

/** Several people at work on the same streams, each with what they last read. They live in this tab alone. */
type ClientsState = {
  /** Their names; none while one is at work alone. */
  names: readonly string[];
  /** Who sends next. */
  sender: string;
  /** By name and stream, as `viewKey` says. */
  views: { readonly [key: string]: View };
  /** How often the last command of each was sent again by itself. */
  retries: { readonly [name: string]: number };
  /** After a conflict a client reads again and decides afresh, by itself. */
  retriesItself: boolean;
  /** Sends with any version: what others wrote in between is not looked at. */
  isUnchecked: boolean;
  /** What was lost that way, in a sentence. */
  lost: string;
};

export const alone: ClientsState = {
  names: [],
  sender: '',
  views: {},
  retries: {},
  retriesItself: false,
  isUnchecked: false,
  lost: '',
};

export const clientsStore = createStore<ClientsState>(() => alone);

export const useClients = <Slice>(select: (state: ClientsState) => Slice): Slice => useStore(clientsStore, select);

export const viewKey = (name: string, stream: string): string => `${name} ${stream}`;
