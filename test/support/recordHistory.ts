import type { EngineClient, RecordedHistory } from '#engine';
import { type Board, type Program, programOf } from '#model';
import { script as cashRegister } from '../../src/samples/cash-register/script.ts';
import { script as groupCheckout } from '../../src/samples/group-checkout/script.ts';
import { script as groupCheckoutProcess } from '../../src/samples/group-checkout-process/script.ts';
import { script as ordersAndShipping } from '../../src/samples/orders-and-shipping/script.ts';
import type { HistoryStep } from '../../src/samples/Sample.ts';
import { script as shoppingCart } from '../../src/samples/shopping-cart/script.ts';

const scripts: { [sampleId: string]: HistoryStep[] } = {
  'shopping-cart': shoppingCart,
  'group-checkout': groupCheckout,
  'group-checkout-process': groupCheckoutProcess,
  'cash-register': cashRegister,
  'orders-and-shipping': ordersAndShipping,
};

const minute = 60_000;

/**
 * Sends a sample's script to its present code, in an empty run of the real engine, and answers what was recorded. The
 * clock of the sample stands still, ids are counted: the same script and code give the same history, byte by byte.
 */
export const recordHistory = async (
  engine: EngineClient,
  sample: { id: string; board: Board },
): Promise<RecordedHistory> => {
  const { modelId } = await engine.createModel({ board: sample.board });
  await engine.openModel(modelId);
  const program = programOf(sample.board);

  await runWithStep(engine, program, minute);
  let latest = Number.NaN;
  let sent = 0;
  for (const step of scripts[sample.id] ?? []) {
    if ('sleepUntil' in step) await runWithStep(engine, program, Date.parse(step.sleepUntil) - latest);
    else {
      sent += 1;
      latest = Date.parse(await send(engine, step, `command-${sent}`));
      await runWithStep(engine, program, minute);
    }
  }

  const { events, commands } = (await engine.openModel(modelId)).history;
  await engine.deleteModel(modelId);
  return { events, commands };
};

/** A night is one long step of the clock. */
const runWithStep = async (engine: EngineClient, program: Program, stepMs: number): Promise<void> => {
  const { clock } = program;
  await engine.useProgram(clock.kind === 'stopped' ? { ...program, clock: { ...clock, stepMs } } : program);
};

type SentStep = Exclude<HistoryStep, { sleepUntil: string }>;

/** Answers when the command was received, once the policies are done with what came of it. */
const send = async (
  engine: EngineClient,
  { type, data, expectation }: SentStep,
  commandId: string,
): Promise<string> => {
  const { record } = await engine.submitCommand({
    type,
    data,
    commandId,
    ...(expectation === undefined ? {} : { expectation }),
  });
  await engine.settled();
  return record.receivedAt;
};
