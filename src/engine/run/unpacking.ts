import type { RecordedEvent } from '#event-store';
import type { NewModel, PackedHistory, PackedModel, RecordedHistory } from '../ModelsAndRuns.ts';
import type { EventPages, PagedHistory } from './copyHistory.ts';

const inside = async <Value>(blob: Blob): Promise<Value> => JSON.parse(await blob.text());

async function* eventsIn(pages: readonly Blob[]): EventPages {
  for (const page of pages) yield await inside<RecordedEvent[]>(page);
}

/** A page of events is taken out when it is its turn: no list of all of them is made. */
export const unpackedHistory = async ({ total, pages, rest }: PackedHistory): Promise<PagedHistory> => ({
  ...(await inside<Omit<RecordedHistory, 'events'>>(rest)),
  total,
  pages: eventsIn(pages),
});

export const unpackedParts = ({ parts }: PackedModel): Promise<Omit<NewModel, 'history'>> => inside(parts);
