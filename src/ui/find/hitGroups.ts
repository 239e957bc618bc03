import { Braces, Code, FlaskConical, type LucideIcon, StickyNote, Zap } from 'lucide-react';
import { type Board, type Hit, kindInfo, mostHits } from '#model';
import type { PickGroup, PickOption } from '../kit/PickList.tsx';
import { findTexts as texts } from '../text/find.ts';

const icons: { [K in Hit['kind']]: LucideIcon } = {
  note: StickyNote,
  field: Braces,
  code: Code,
  specification: FlaskConical,
  event: Zap,
};

/** The letters of a label that were looked for. */
const placesOf = (label: string, looked: string): number[] => {
  const wanted = looked.trim().toLowerCase();
  const start = label.toLowerCase().indexOf(wanted);
  return start === -1 ? [] : Array.from(wanted, (_, index) => start + index);
};

const labelOf = (hit: Hit): string => (hit.kind === 'event' ? texts.event(hit.position, hit.type) : hit.text);

const hintOf = (hit: Hit, board: Board): string => {
  if (hit.kind === 'event') return hit.text || hit.stream;
  const definition = board.definitions[hit.definitionId];
  if (!definition) return '';
  if (hit.kind === 'note') return kindInfo[definition.kind].word;
  return hit.kind === 'code' ? texts.line(hit.file, hit.line) : definition.name;
};

const optionOf = (hit: Hit, index: number, board: Board, looked: string): PickOption => ({
  id: `${index}`,
  label: labelOf(hit),
  marked: placesOf(labelOf(hit), looked),
  hint: hintOf(hit, board),
  icon: icons[hit.kind],
});

const kinds = Object.keys(icons) as Hit['kind'][];

/** Hits as a list by what they were found in; the id of an option is the place of its hit. */
export const hitGroups = (hits: readonly Hit[], board: Board, looked: string): PickGroup[] => {
  const options = hits.map((hit, index) => ({ kind: hit.kind, option: optionOf(hit, index, board, looked) }));
  return kinds.flatMap((kind) => {
    const own = options.filter((each) => each.kind === kind).map(({ option }) => option);
    if (own.length === 0) return [];
    const heading = own.length < mostHits ? texts.groups[kind] : texts.more(texts.groups[kind], mostHits);
    return [{ heading, options: own }];
  });
};
