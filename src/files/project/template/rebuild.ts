import { openStore } from './core/openStore.ts';
import { rebuild } from './core/rebuilding.ts';
import { upcasting } from './core/upcasting.ts';
import { model } from './model.ts';

process.env.TZ = 'UTC';

if (!process.env.DATABASE_URL)
  throw new Error('In memory nothing is stored: say in DATABASE_URL where the events are.');
const names = process.argv.slice(2);
const unknown = names.find((name) => !model.readModels.some((readModel) => readModel.name === name));
if (unknown !== undefined) throw new Error(`There is no read model ${unknown}.`);

const store = await openStore(model);
try {
  for (const readModel of model.readModels) {
    if (names.length > 0 && !names.includes(readModel.name)) continue;
    console.log(`${readModel.name}: ${await rebuild(store, upcasting(model.events), readModel)} documents`);
  }
} finally {
  await store.close();
}
