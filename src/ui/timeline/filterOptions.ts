import type { FilterTerm, HistoryFilter, HistoryIndex } from '#model';
import type { PickGroup, PickOption } from '../kit/PickList.tsx';
import { historyTexts as texts } from '../text/history.ts';

export type FilterOptions = { groups: PickGroup[]; terms: ReadonlyMap<string, FilterTerm> };

/** Of each kind; what is typed finds the rest. */
const mostOptions = 8;

type Named = Pick<FilterTerm, 'by' | 'value'> & { hint: string };

const named = (by: FilterTerm['by'], { names, positions }: HistoryIndex['types']): Named[] =>
  names.map((value, number) => ({ by, value, hint: `${positions[number]?.length ?? 0}` }));

const answering = (all: readonly Named[], typed: string): Named[] => {
  const found: Named[] = [];
  for (const one of all) {
    if (found.length === mostOptions) break;
    if (one.value !== '' && one.value.toLowerCase().includes(typed)) found.push(one);
  }
  return found;
};

/** What a filter could ask for, by what was typed: the text itself, types, streams and correlations. */
export const filterOptions = (index: HistoryIndex, filter: HistoryFilter, typed: string): FilterOptions => {
  const text = typed.trim();
  const terms = new Map<string, FilterTerm>();
  const groupOf = (heading: string, found: readonly Named[]): PickGroup => ({
    heading,
    options: found.map(({ by, value, hint }): PickOption => {
      const id = `${by} ${value}`;
      terms.set(id, { by, value });
      const isOn = filter.some((term) => term.by === by && term.value === value);
      return { id, label: by === 'text' ? texts.holds(value) : value, hint: isOn ? texts.isOn : hint };
    }),
  });
  const correlations = index.correlations.names.map((value) => ({ by: 'correlation' as const, value, hint: '' }));
  const groups = [
    groupOf(texts.byText, text === '' ? [] : [{ by: 'text', value: text, hint: '' }]),
    groupOf(texts.byType, answering(named('type', index.types), text.toLowerCase())),
    groupOf(texts.byStream, answering(named('stream', index.streams), text.toLowerCase())),
    groupOf(texts.byCorrelation, text === '' ? [] : answering(correlations, text.toLowerCase())),
  ];
  return { groups: groups.filter(({ options }) => options.length > 0), terms };
};
