import type { AppState } from './AppState.ts';

let known: { of: AppState['markedStreams']; names: ReadonlySet<string> } | undefined;

/** The names of the streams that are archived; the same set until they change. */
export const archivedStreamsOf = ({ markedStreams: of }: Pick<AppState, 'markedStreams'>): ReadonlySet<string> => {
  if (known?.of !== of) {
    const archived = of.filter(({ archivedAt }) => archivedAt !== undefined);
    known = { of, names: new Set(archived.map(({ stream }) => stream)) };
  }
  return known.names;
};
