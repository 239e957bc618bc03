import { openStore } from './core/openStore.ts';
import { model } from './model.ts';
import { seed } from './seeding.ts';

process.env.TZ = 'UTC';

if (!process.env.DATABASE_URL)
  console.log(
    'Without DATABASE_URL the store is in memory and gone at the end: `npm start -- --seed` keeps it while it runs.',
  );
const store = await openStore(model);
try {
  await seed(store);
} finally {
  await store.close();
}
