import type { TestProject } from 'vitest/node'
import { startTestPostgres } from './postgres'

declare module 'vitest' {
  export interface ProvidedContext {
    /** Address of the maintenance database of this run's PostgreSQL server. */
    postgresUrl: string
  }
}

/** One server for the whole run; vitest calls what this returns at the end. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const postgres = await startTestPostgres()
  project.provide('postgresUrl', postgres.url)
  return () => postgres.stop()
}
