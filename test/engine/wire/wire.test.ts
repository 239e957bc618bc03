import { describe, expect, it, onTestFinished } from 'vitest';
import { connect, type Port, serve } from '../../../src/engine/wire/wire.ts';

const openChannel = (): [Port, Port] => {
  const { port1, port2 } = new MessageChannel();
  onTestFinished(() => port1.close());
  return [port1 as Port, port2 as Port];
};

class Refusal extends Error {
  override readonly name = 'Refusal';
}

const calculator = {
  add: async (a: number, b: number) => a + b,
  refuse: async () => {
    throw new Refusal('Not today.');
  },
  open: async () => ({ port: new MessageChannel().port1 }),
};

describe('a wire between two threads', () => {
  it('carries calls and their answers, each to its own', async () => {
    const [here, there] = openChannel();
    serve(there, calculator, String);
    const { service } = connect<typeof calculator>(here);

    expect(await Promise.all([service.add(1, 2), service.add(3, 4)])).toEqual([3, 7]);
  });

  it('carries an error with its name and the sentence made of it', async () => {
    const [here, there] = openChannel();
    serve(there, calculator, (error) => `Sorry: ${(error as Error).message}`);
    const { service } = connect<typeof calculator>(here);

    await expect(service.refuse()).rejects.toMatchObject({ name: 'Refusal', message: 'Sorry: Not today.' });
  });

  it('answers to what is not served with an error, also to what every object has', async () => {
    const [here, there] = openChannel();
    serve(there, calculator, (error) => (error as Error).message);
    const { service } = connect<{ toString: () => Promise<string>; multiply: () => Promise<number> }>(here);

    await expect(service.multiply()).rejects.toThrow('There is no "multiply" to call.');
    await expect(service.toString()).rejects.toThrow('There is no "toString" to call.');
  });

  it('keeps calls until the service is ready', async () => {
    const [here, there] = openChannel();
    let open = (_: typeof calculator): void => undefined;
    const opening = new Promise<typeof calculator>((resolve) => {
      open = resolve;
    });
    serve(there, opening, String);
    const { service } = connect<typeof calculator>(here);

    const sum = service.add(1, 2);
    open(calculator);

    expect(await sum).toBe(3);
  });

  it('hands ports over', async () => {
    const [here, there] = openChannel();
    serve(there, calculator, String);
    const { service } = connect<typeof calculator>(here);

    const { port } = await service.open();
    port.close();

    expect(port).toBeInstanceOf(MessagePort);
  });

  it('says things without being asked', async () => {
    const [here, there] = openChannel();
    const { notify } = serve<string>(there, calculator, String);

    const heard = new Promise((resolve) => connect<typeof calculator, string>(here, resolve));
    notify('Good morning.');

    expect(await heard).toBe('Good morning.');
  });

  it('tells whoever waits that the other side is gone', async () => {
    const [here] = openChannel();
    const { service, breakOff } = connect<typeof calculator>(here);

    const sum = service.add(1, 2);
    breakOff(new Error('The engine stopped working.'));

    await expect(sum).rejects.toThrow('The engine stopped working.');
    await expect(service.add(3, 4)).rejects.toThrow('The engine stopped working.');
  });
});
