import { runMigrations } from 'graphile-worker'
import { graphileLogger } from './graphile-logger'

/** Creates or updates the queue's own tables (schema `graphile_worker`). Safe to repeat. */
export async function migrateJobs(databaseUrl: string): Promise<void> {
  await runMigrations({ connectionString: databaseUrl, logger: graphileLogger })
}
