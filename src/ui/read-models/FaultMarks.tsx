import { ViewportPortal } from '@xyflow/react';
import { Zap } from 'lucide-react';
import { useMemo } from 'react';
import { type Board, type DefinitionOf, middleOf, sidesBetween, storedNames } from '#model';
import type { Faults } from '#state';
import { placedNotes } from '../canvas/wallElements.ts';
import { useWall } from '../canvas/wallStore.ts';
import { tooltip } from '../kit/tooltip.ts';
import { faultTexts as texts } from '../text/faults.ts';
import { useApp } from '../useApp.ts';
import { faultsOf } from './consumerAtHand.ts';
import { openFaultDesk } from './consumerDialog.ts';
import styles from './FaultMarks.module.css';

/** How often a fault was met on the way of an event to a consumer. */
const metBy = ({ handovers }: Faults, event: DefinitionOf<'event'>): number => {
  const names = storedNames(event);
  return handovers.filter(({ fault, type }) => fault && names.includes(type)).length;
};

type Mark = { connectionId: string; consumerId: string; label: string; x: number; y: number };

const marksOf = (
  board: Board,
  drafts: Parameters<typeof placedNotes>[1],
  faults: ReadonlyMap<string, Faults>,
): Mark[] => {
  const places = new Map(placedNotes(board, drafts).map((place) => [place.noteId, place]));
  return Object.values(board.connections).flatMap(({ id, from, to }) => {
    const [event, consumer] = [from, to].map((noteId) => board.definitions[board.notes[noteId]?.definitionId ?? '']);
    const [fromPlace, toPlace] = [places.get(from), places.get(to)];
    const met = consumer && event?.kind === 'event' && faults.get(consumer.id);
    const count = met ? metBy(met, event) : 0;
    if (!consumer || event?.kind !== 'event' || !fromPlace || !toPlace || count === 0) return [];
    const { source, target } = sidesBetween(fromPlace, toPlace);
    const [start, end] = [middleOf(fromPlace, source), middleOf(toPlace, target)];
    const label = texts.met(count, event.name, consumer.name);
    return [{ connectionId: id, consumerId: consumer.id, label, x: (start.x + end.x) / 2, y: (start.y + end.y) / 2 }];
  });
};

/** On the arrows where events met faults on their way to a read model or policy; a press opens its fault desk. */
export const FaultMarks = () => {
  const board = useApp((state) => state.board);
  const drafts = useWall((state) => state.drafts);
  const readModelStatus = useApp((state) => state.readModelStatus);
  const policyStatus = useApp((state) => state.policyStatus);
  const marks = useMemo(() => {
    const consumers = [...Object.keys(readModelStatus), ...Object.keys(policyStatus)];
    const faults = consumers.flatMap((id) => {
      const own = faultsOf({ readModelStatus, policyStatus }, id);
      return own ? [[id, own] as const] : [];
    });
    return faults.length > 0 ? marksOf(board, drafts, new Map(faults)) : [];
  }, [board, drafts, readModelStatus, policyStatus]);
  return (
    <ViewportPortal>
      {marks.map(({ connectionId, consumerId, label, x, y }) => (
        <button
          key={connectionId}
          type="button"
          tabIndex={-1}
          className={`${styles.mark} nodrag nopan`}
          style={{ transform: `translate(${x}px, ${y}px) translate(-50%, -50%)` }}
          aria-label={label}
          {...tooltip(label)}
          onClick={() => openFaultDesk(consumerId)}
        >
          <Zap size={14} fill="currentColor" aria-hidden="true" />
        </button>
      ))}
    </ViewportPortal>
  );
};
