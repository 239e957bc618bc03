import { useEffect, useRef, useState } from 'react';
import type { BoardSketch as Sketch } from '#model';
import { type AppState, sketchOfModel } from '#state';
import { fileTexts as texts } from '../text/files.ts';
import { BoardSketch } from './BoardSketch.tsx';
import styles from './Thumbnail.module.css';
import { useSeen } from './useSeen.ts';

type Model = AppState['models'][number];

/** The wall of a model, read once its card is seen. */
export const Thumbnail = ({ model }: { model: Model }) => {
  const { modelId, changedAt, notes } = model;
  const frame = useRef<HTMLDivElement>(null);
  const isSeen = useSeen(frame);
  const [sketch, setSketch] = useState<Sketch | null>(null);
  useEffect(() => {
    if (!isSeen) return;
    let isWanted = true;
    void sketchOfModel({ modelId, changedAt }).then((made) => isWanted && setSketch(made));
    return () => {
      isWanted = false;
    };
  }, [isSeen, modelId, changedAt]);
  return (
    <div ref={frame} className={styles.thumbnail}>
      {sketch && sketch.notes.length > 0 && <BoardSketch sketch={sketch} />}
      {notes === 0 && <span className={styles.empty}>{texts.emptyWall}</span>}
    </div>
  );
};
