import { Hand, MousePointer2 } from 'lucide-react';
import type { DragEvent } from 'react';
import { kindInfo, type NoteKind, noteKinds } from '#model';
import { IconButton } from '../kit/IconButton.tsx';
import { tooltip } from '../kit/tooltip.ts';
import { canvasText } from '../text/canvas.ts';
import { addNote } from './edits.ts';
import { noteIcons } from './noteIcons.ts';
import styles from './Palette.module.css';
import { stickerColours } from './stickerColours.ts';
import { centreOfView } from './view.ts';
import { useWall, wallStore } from './wallStore.ts';

/** What a dragged row of the palette carries: the kind. */
export const draggedKindType = 'application/x-replayground-note-kind';

const startDragging = (event: DragEvent, kind: NoteKind) => {
  event.dataTransfer.setData(draggedKindType, kind);
  event.dataTransfer.effectAllowed = 'copy';
};

const Row = ({ kind }: { kind: NoteKind }) => {
  const Icon = noteIcons[kind];
  const { word, key } = kindInfo[kind];
  return (
    <li>
      <button
        type="button"
        className={styles.row}
        style={stickerColours(kind)}
        draggable
        onDragStart={(event) => startDragging(event, kind)}
        onClick={() => addNote(kind, centreOfView())}
        {...tooltip(canvasText.addHint(word), key ?? undefined)}
      >
        <span className={styles.swatch} data-kind={kind}>
          <Icon size={14} strokeWidth={2.2} aria-hidden="true" />
        </span>
        <span className={styles.word}>{word}</span>
        {key && <kbd className={styles.key}>{key}</kbd>}
      </button>
    </li>
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
    </div>
  );
};

/** The tools of the wall, and all kinds of notes, to be clicked or dragged onto it. */
export const Palette = () => (
  <div className={styles.palette}>
    <Tools />
    <ul>
      {noteKinds.map((kind) => (
        <Row key={kind} kind={kind} />
      ))}
    </ul>
  </div>
);
