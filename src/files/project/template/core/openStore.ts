import type { Model } from './Model.ts';
import type { Store } from './Store.ts';

/** In memory by default; on PostgreSQL where `DATABASE_URL` says where it is. */
export const openStore = async (model: Model, databaseUrl = process.env.DATABASE_URL): Promise<Store> =>
  databaseUrl
    ? (await import('./postgresStore.ts')).openPostgresStore(model, databaseUrl)
    : (await import('./inMemoryStore.ts')).openInMemoryStore(model);
