import { startEngine } from '#engine';
import { tillProgram } from './till.ts';

const modelId = location.hash.slice(1);

const engine = await startEngine();
await engine.openModel(modelId);
await engine.useProgram(tillProgram());
await engine.submitCommand({ type: 'NeverEnd', data: { tillId: '1' }, commandId: 'doomed' });
