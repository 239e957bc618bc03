import { beforeEach, describe, expect, it } from 'vitest';
import type { Moment } from '#state';
import { appStore } from '../../src/state/appStore.ts';
import { showSoFar } from '../../src/state/momentSoFar.ts';

const carts = (documents: Moment['readModels'][number]['documents']) => ({ moduleId: 'carts', documents, changed: [] });
const cart = { documentId: 'cart-1', document: { items: 2 } };
const unknown = { ...carts([]), left: 'not counted' as const };
const state = { moduleId: 'cart', stream: 'Cart-1', version: 1, before: 'null', after: '{"items":3}' };
const soFar = (position: number): Moment => ({ position, states: [state], readModels: [unknown], isSoFar: true });
const shown = () => appStore.getState().moment;

describe('What is known of a moment while the rest is on its way', () => {
  beforeEach(() => appStore.setState({ cursor: 7, moment: null }));

  it('is shown, with the documents that were shown of the same moment', () => {
    const before: Moment = { position: 7, states: [], readModels: [carts([cart])] };
    appStore.setState({ moment: before });

    showSoFar(soFar(7), before);

    expect(shown()).toEqual({ ...soFar(7), readModels: [carts([cart])] });
  });

  it('says of documents of another moment nothing', () => {
    const before: Moment = { position: 6, states: [], readModels: [carts([cart])] };
    appStore.setState({ moment: before });

    showSoFar(soFar(7), before);

    expect(shown()).toEqual(soFar(7));
  });

  it('is not shown in the place of a moment that has come whole, nor where the cursor has gone on', () => {
    const whole: Moment = { position: 7, states: [], readModels: [carts([cart])] };
    appStore.setState({ moment: whole });
    showSoFar(soFar(7), null);
    expect(shown()).toBe(whole);

    showSoFar(soFar(8), whole);
    expect(shown()).toBe(whole);
  });
});
