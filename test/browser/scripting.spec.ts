import { expect, openApp, test, timeline } from './support/journey.ts';

test.describe('window.replayground', () => {
  test('sends, waits, reads and travels, all as of the cursor', async ({ page }) => {
    await openApp(page);

    const seen = await page.evaluate(async () => {
      const replayground = window.replayground;
      if (!replayground) throw new Error('The scripting functions are not there.');
      const outcome = await replayground.send({ type: 'OpenCart', data: { cartId: 'cart-5', clientId: 'client-9' } });
      await replayground.settled();
      const now = {
        outcome: outcome.kind,
        position: await replayground.position(),
        events: (await replayground.events({ stream: 'ShoppingCart-cart-5' })).map(({ type }) => type),
        state: await replayground.stateOf('ShoppingCart-cart-5'),
        details: (await replayground.readModel('CartDetails'))['cart-5'],
      };
      await replayground.seek(3);
      const then = {
        position: await replayground.position(),
        events: (await replayground.events()).length,
        lastTwo: (await replayground.events({ from: 2, limit: 2 })).map(({ metadata }) => metadata.globalPosition),
        carts: Object.keys(await replayground.readModel('CartDetails')),
      };
      return { now, then };
    });

    expect(seen).toEqual({
      now: {
        outcome: 'appended',
        position: 19,
        events: ['CartOpened'],
        state: { status: 'open', clientId: 'client-9', lines: [] },
        details: expect.objectContaining({ cartId: 'cart-5', clientId: 'client-9', status: 'open' }),
      },
      then: { position: 3, events: 3, lastTwo: [2, 3], carts: ['cart-1'] },
    });
  });

  test('answers a refused command as an outcome, and rejects bad input with a sentence', async ({ page }) => {
    await openApp(page);

    const answers = await page.evaluate(async () => {
      const replayground = window.replayground;
      if (!replayground) throw new Error('The scripting functions are not there.');
      const words = (promise: Promise<unknown>) =>
        promise.then(
          () => 'no error',
          (error: Error) => error.message,
        );
      return {
        refused: await replayground.send({ type: 'ConfirmCart', data: { cartId: 'cart-1' } }).then(({ kind }) => kind),
        unknownReadModel: await words(replayground.readModel('Nothing')),
        noStream: await words(replayground.stateOf(undefined as unknown as string)),
        seek: await words(replayground.seek(-1)),
        from: await words(replayground.events({ from: 0 })),
        model: await words(replayground.openModel('{"format":"something else"}')),
        unknownCommand: await words(replayground.send({ type: 'NoSuchCommand', data: {} })),
      };
    });

    expect(answers).toEqual({
      refused: 'rejected',
      unknownReadModel: 'There is no read model named Nothing.',
      noStream: '`stream` should be the name of a stream, such as ShoppingCart-cart-1.',
      seek: '`position` should be a whole number of at least 0.',
      from: '`from` should be a whole number of at least 1.',
      model: expect.stringMatching(/^This is not a Replayground model: line 1/),
      unknownCommand: expect.stringMatching(/NoSuchCommand/),
    });
  });

  test('says whether nobody owns a stream, or the code of its decider does not run', async ({ page }) => {
    await openApp(page);

    const words = await page.evaluate(async () => {
      const replayground = window.replayground;
      if (!replayground) throw new Error('The scripting functions are not there.');
      const text = JSON.stringify(await replayground.model());
      await replayground.openModel(
        text.replace('export const decide', "throw new Error('not today'); export const decide"),
      );
      const wordsOf = (stream: string) => replayground.stateOf(stream).catch((error: Error) => error.message);
      return [await wordsOf('ShoppingCart-cart-1'), await wordsOf('Parcel-1')];
    });

    expect(words).toEqual(['The code of ShoppingCart does not run.', 'No decider owns the stream Parcel-1.']);
    await expect(timeline(page).getByText('The code of ShoppingCart does not run.')).toBeVisible();
  });

  test('opens what Save wrote as a model of its own, equal but for its id', async ({ page }) => {
    await openApp(page);

    const [saved, opened] = await page.evaluate(async () => {
      const replayground = window.replayground;
      if (!replayground) throw new Error('The scripting functions are not there.');
      const before = await replayground.model();
      const later = { ...before, ofALaterVersion: ['kept'] };
      await replayground.openModel(later);
      return [later, await replayground.model()];
    });

    expect(opened).toEqual({ ...saved, modelId: expect.any(String) });
    expect(opened).not.toHaveProperty('modelId', (saved as Record<string, unknown>).modelId);
  });
});
