import { openApplication } from './core/application.ts';
import { createClock } from './core/clock.ts';
import { openStore } from './core/openStore.ts';
import { startServer } from './http/server.ts';
import { model } from './model.ts';
import { seed } from './seeding.ts';

/** Local time is UTC, whatever the machine says: the code gives the same everywhere. */
process.env.TZ = 'UTC';

const store = await openStore(model);
if (process.argv.includes('--seed')) await seed(store);
const application = await openApplication(model, store, createClock(process.env.CLOCK_STARTS_AT));
const server = await startServer(application, Number(process.env.PORT ?? 3000), process.env.HOST);
const address = server.address();
const where = process.env.DATABASE_URL ? 'on PostgreSQL' : 'in memory, gone with the process';
console.log(`${model.name}, ${where}: http://localhost:${typeof address === 'object' ? address?.port : address}`);

/** Messages that come due, and what other processes have stored. */
const settling = setInterval(() => {
  void application.settle().catch((error: unknown) => console.error(error));
}, 1000);
await application.settle();

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  process.once(signal, () => {
    clearInterval(settling);
    server.close();
    server.closeAllConnections();
    void application.settle().finally(() => store.close());
  });
