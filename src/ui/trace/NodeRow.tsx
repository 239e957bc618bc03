import { ChevronRight } from 'lucide-react';
import type { CSSProperties } from 'react';
import { keyOfTraced } from '#model';
import { workspace } from '#state';
import { noteIcons } from '../canvas/noteIcons.ts';
import { stickerColours } from '../canvas/stickerColours.ts';
import { traceTexts as texts } from '../text/trace.ts';
import { useApp } from '../useApp.ts';
import { nameOfTraced } from './naming.ts';
import type { TraceRow } from './rows.ts';
import styles from './TracePane.module.css';
import type { TracedNode } from './traceStore.ts';
import { goToNode, lineOfNode, toggleNode } from './tracing.ts';
import type { Reached } from './useTreeKeys.ts';

type Row = Extract<TraceRow, { kind: 'node' }>;

/** What is to be said of it beside its kind and name. */
const detailOf = (node: TracedNode, effects: number): string => {
  switch (node.kind) {
    case 'command': {
      const { stream, origin, outcome } = node.command;
      return [stream, texts.by[origin.kind], texts.outcome(outcome.kind)].filter(Boolean).join(', ');
    }
    case 'event':
      return texts.event(node.event.metadata.globalPosition);
    case 'policy':
      return texts.policy;
    case 'read-model':
      return texts.readModel;
    case 'unrecorded':
      return texts.unrecorded;
    case 'correlation':
      return texts.correlation(effects);
  }
};

const Sign = ({ node }: { node: TracedNode }) => {
  if (node.kind === 'unrecorded' || node.kind === 'correlation') return <span className={styles.noSign} />;
  const Icon = noteIcons[node.kind];
  return (
    <span className={styles.sign} style={stickerColours(node.kind)} aria-hidden="true">
      <Icon size={12} strokeWidth={2.2} />
    </span>
  );
};

const LineButton = ({ node, isReached }: { node: TracedNode; isReached: boolean }) => {
  const board = useApp((state) => state.board);
  const place = lineOfNode(board, node);
  if (!place) return null;
  return (
    <button
      type="button"
      className={styles.line}
      data-line
      tabIndex={isReached ? 0 : -1}
      aria-label={texts.goToLineOf(place.line, place.file)}
      onClick={(event) => {
        event.stopPropagation();
        workspace.showCode(place.definitionId, place);
      }}
    >
      {texts.goToLine(place.line)}
    </button>
  );
};

/** One thing that happened; a press goes there. */
export const NodeRow = ({ row, subject, reached }: { row: Row; subject: TracedNode; reached: Reached }) => {
  const { node, key, level, place, of, isOpen, effects } = row;
  const name = useApp(({ board }) => nameOfTraced(board, node));
  const isSubject = key === keyOfTraced(subject);
  const isReached = reached.key === key;
  const detail = detailOf(node, effects);
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the tree takes the keys
    <div
      role="treeitem"
      className={styles.row}
      style={{ '--level': level } as CSSProperties}
      aria-level={level}
      aria-posinset={place}
      aria-setsize={of}
      aria-selected={isSubject}
      aria-current={isSubject ? 'step' : undefined}
      aria-expanded={effects > 0 ? isOpen : undefined}
      aria-label={`${texts.kinds[node.kind]} ${name}, ${detail}`}
      data-key={key}
      tabIndex={isReached ? 0 : -1}
      onClick={() => goToNode(node)}
    >
      {effects > 0 ? (
        <span
          className={styles.twist}
          data-open={isOpen || undefined}
          aria-hidden="true"
          onClick={(event) => {
            event.stopPropagation();
            toggleNode(key, !isOpen);
          }}
        >
          <ChevronRight size={14} />
        </span>
      ) : (
        <span className={styles.twist} />
      )}
      <Sign node={node} />
      <span className={styles.name}>{name}</span>
      <span className={styles.detail}>{detail}</span>
      <LineButton node={node} isReached={isReached} />
    </div>
  );
};
