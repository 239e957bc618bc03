import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type EngineClient, startEngine } from '#engine';
import { programOf } from '#model';
import { samples } from '#samples';
import { recordHistory } from '../support/recordHistory.ts';

let engine: EngineClient;
beforeAll(async () => {
  engine = await startEngine();
});
afterAll(() => engine.close());

describe.each(samples)('the sample $name', ({ id, load }) => {
  /** `npm run record-samples` writes the file anew. */
  it('holds the history that its script gives with the present code', async () => {
    const { board } = await load();

    const history = await recordHistory(engine, { id, board });

    await expect(`${JSON.stringify(history, null, 2)}\n`).toMatchFileSnapshot(`../../src/samples/${id}/history.json`);
  });

  it('passes every specification', async () => {
    const { board, history } = await load();
    const { modelId } = await engine.createModel({ board, history });
    await engine.openModel(modelId);
    await engine.useProgram(programOf(board));

    const verdicts = await Promise.all(
      Object.values(board.specifications).map(async (specification) => ({
        name: specification.name,
        verdict: await engine.specify(specification),
      })),
    );

    expect(verdicts.filter(({ verdict }) => verdict.kind !== 'passed')).toEqual([]);
  });
});
