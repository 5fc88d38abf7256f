import { startTestPostgres } from '../../tests/setup/postgres'

/** Where the workers find the run's PostgreSQL server: they inherit this process's environment. */
export const POSTGRES_URL = 'SERENDIP_E2E_POSTGRES_URL'

/** One PostgreSQL server for the whole run; Playwright calls what this returns at the end. */
export default async function globalSetup(): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres()
  process.env[POSTGRES_URL] = postgres.url
  return () => postgres.stop()
}
