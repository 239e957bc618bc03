import { startEngine } from '#engine';
import type { Program } from '#model';

/** Loaded into a frame that is removed while its command is being decided. */
const { doomed } = globalThis as unknown as { doomed: { modelId: string; program: Program } };

const engine = await startEngine();
await engine.openModel(doomed.modelId);
await engine.useProgram(doomed.program);
await engine.submitCommand({ type: 'NeverEnd', data: { tillId: '1' }, commandId: 'doomed' });
