import type { ModelSummary } from '#engine';
import type { BoardSketch } from '#model';
import { engine } from './engineAccess.ts';

const known = new Map<string, { changedAt: string; sketch: Promise<BoardSketch | null> }>();

/** The wall of a model in small, without opening it; made anew once it has changed. Null where it cannot be read. */
export const sketchOfModel = ({
  modelId,
  changedAt,
}: Pick<ModelSummary, 'modelId' | 'changedAt'>): Promise<BoardSketch | null> => {
  const before = known.get(modelId);
  if (before?.changedAt === changedAt) return before.sketch;
  const sketch = engine()
    .sketchModel(modelId)
    .catch(() => null);
  known.set(modelId, { changedAt, sketch });
  return sketch;
};
