import { useStore, ViewportPortal } from '@xyflow/react';
import { type CSSProperties, useMemo } from 'react';
import { type Gap, type Guide, placesOf, type Rectangle } from '#model';
import { useApp } from '../useApp.ts';
import styles from './DragMarks.module.css';
import { stickerColours } from './stickerColours.ts';
import { useWall } from './wallStore.ts';

const placeStyle = ({ x, y, width, height }: Rectangle): CSSProperties => ({
  transform: `translate(${x}px, ${y}px)`,
  width,
  height,
});

const alongGuide = ({ axis, at, from, to }: Guide, thickness: number): Rectangle =>
  axis === 'x'
    ? { x: at - thickness / 2, y: from, width: thickness, height: to - from }
    : { x: from, y: at - thickness / 2, width: to - from, height: thickness };

const alongGap = ({ axis, from, to, at }: Gap, breadth: number): Rectangle =>
  axis === 'x'
    ? { x: from, y: at - breadth / 2, width: to - from, height: breadth }
    : { x: at - breadth / 2, y: from, width: breadth, height: to - from };

/** What stays where copies of it are dragged away. */
const Originals = ({ noteIds }: { noteIds: readonly string[] }) => {
  const board = useApp((state) => state.board);
  const places = useMemo(() => placesOf(board).filter(({ noteId }) => noteIds.includes(noteId)), [board, noteIds]);
  return places.map((place) => (
    <div
      key={place.noteId}
      className={styles.original}
      data-kind={place.kind}
      style={{ ...stickerColours(place.kind), ...placeStyle(place) }}
    >
      {board.definitions[board.notes[place.noteId]?.definitionId ?? '']?.name}
    </div>
  ));
};

/** What a drag lines up with, as thin lines, and the gaps that it makes equal. */
export const DragMarks = () => {
  const marks = useWall(({ dragMarks }) => dragMarks);
  const zoom = useStore(({ transform }) => transform[2]);
  if (!marks) return null;
  return (
    <ViewportPortal>
      <div aria-hidden="true" className={styles.marks}>
        <Originals noteIds={marks.copiedIds} />
        {marks.guides.map((guide) => (
          <div
            key={`${guide.axis}${guide.at}`}
            className={styles.guide}
            data-guide={guide.axis}
            style={placeStyle(alongGuide(guide, 1 / zoom))}
          />
        ))}
        {marks.gaps.map((gap) => (
          <div
            key={`${gap.axis}${gap.from}`}
            className={styles.gap}
            data-gap={gap.axis}
            style={{ ...placeStyle(alongGap(gap, 9 / zoom)), '--thin': `${1 / zoom}px` } as CSSProperties}
          />
        ))}
      </div>
    </ViewportPortal>
  );
};
