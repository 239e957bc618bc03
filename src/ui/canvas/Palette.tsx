import { Hand, MousePointer2, UnfoldHorizontal } from 'lucide-react';
import { type DragEvent, useMemo } from 'react';
import { kindInfo, kindsIn, lensOf, type NoteKind } from '#model';
import { IconButton } from '../kit/IconButton.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { canvasText } from '../text/canvas.ts';
import { useApp } from '../useApp.ts';
import { addNote, placeDefinition } from './edits.ts';
import { noteIcons } from './noteIcons.ts';
import { notPlacedOf } from './notPlaced.ts';
import styles from './Palette.module.css';
import { stickerColours } from './stickerColours.ts';
import { centreOfView } from './view.ts';
import { useWall, wallStore } from './wallStore.ts';

/** What a dragged row of the palette carries: the kind. */
export const draggedKindType = 'application/x-replayground-note-kind';

/** What a dragged row of something that is not on the wall yet carries: its id. */
export const draggedDefinitionType = 'application/x-replayground-definition';

type RowProps = {
  kind: NoteKind;
  label: string;
  hint: string;
  keys?: string | undefined;
  dragged: { type: string; value: string };
  onClick: () => void;
};

const Row = ({ kind, label, hint, keys, dragged, onClick }: RowProps) => {
  const Icon = noteIcons[kind];
  const startDragging = ({ dataTransfer }: DragEvent) => {
    dataTransfer.setData(dragged.type, dragged.value);
    dataTransfer.effectAllowed = 'copy';
  };
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        style={stickerColours(kind)}
        draggable
        onDragStart={startDragging}
        onClick={onClick}
        {...tooltip(hint, keys)}
      >
        <span className={styles.swatch} data-kind={kind}>
          <Icon size={14} strokeWidth={2.2} aria-hidden="true" />
        </span>
        <span className={styles.word}>{label}</span>
        {keys && <kbd className={styles.key}>{keys}</kbd>}
      </button>
    </li>
  );
};

const Kinds = ({ kinds }: { kinds: readonly NoteKind[] }) => (
  <ul>
    {kinds.map((kind) => (
      <Row
        key={kind}
        kind={kind}
        label={kindInfo[kind].word}
        hint={canvasText.addHint(kindInfo[kind].word)}
        keys={kindInfo[kind].key ?? undefined}
        dragged={{ type: draggedKindType, value: kind }}
        onClick={() => addNote(kind, centreOfView())}
      />
    ))}
  </ul>
);

/** What the lens is about comes first; the others stay within reach. */
const KindsOfLens = () => {
  const lens = useApp(({ board }) => lensOf(board));
  const { first, further } = kindsIn(lens);
  return (
    <>
      <Kinds kinds={first} />
      {further.length > 0 && (
        <section className={styles.further}>
          <h2>{canvasText.furtherKinds}</h2>
          <Kinds kinds={further} />
        </section>
      )}
    </>
  );
};

const NotPlaced = () => {
  const board = useApp((state) => state.board);
  const definitions = useMemo(() => notPlacedOf(board), [board]);
  if (definitions.length === 0) return null;
  return (
    <section className={styles.notPlaced}>
      <h2>{canvasText.notPlaced}</h2>
      <ul>
        {definitions.map((definition) => (
          <Row
            key={definition.id}
            kind={definition.kind}
            label={definition.name}
            hint={canvasText.placeHint(definition.name)}
            dragged={{ type: draggedDefinitionType, value: definition.id }}
            onClick={() => placeDefinition(definition)}
          />
        ))}
      </ul>
    </section>
  );
};

const Tools = () => {
  const tool = useWall((state) => state.tool);
  const choose = (chosen: typeof tool) => () => wallStore.setState({ tool: chosen });
  return (
    <div className={styles.tools}>
      <IconButton
        icon={MousePointer2}
        label={canvasText.select}
        keys="v"
        isPressed={tool === 'select'}
        onClick={choose('select')}
      />
      <IconButton icon={Hand} label={canvasText.hand} keys="h" isPressed={tool === 'hand'} onClick={choose('hand')} />
      <IconButton
        icon={UnfoldHorizontal}
        label={canvasText.space}
        keys="s"
        isPressed={tool === 'space'}
        onClick={choose('space')}
      />
    </div>
  );
};

/** The tools of the wall, all kinds of notes, and what is kept ready, to be clicked or dragged onto it. */
export const Palette = () => (
  <div className={styles.palette}>
    <Tools />
    <KindsOfLens />
    <NotPlaced />
  </div>
);
