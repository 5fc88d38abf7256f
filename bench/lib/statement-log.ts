import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { Client } from 'pg'

/** What the database did for one piece of work. */
export interface Watched {
  /** Every statement that any connection ran, in order, with runs of white space as one blank. */
  readonly statements: readonly string[]
  /** Transactions that wrote something. */
  readonly commits: number
}

/** The next transaction id that will be given out; asking gives none out. Readers never take one. */
const NEXT_ID = 'SELECT pg_snapshot_xmax(pg_current_snapshot())::text AS next'

async function nextId(client: Client): Promise<bigint> {
  const { rows } = await client.query<{ next: string }>(NEXT_ID)
  return BigInt(rows[0]?.next ?? 0)
}

async function setLogging(client: Client, on: boolean): Promise<void> {
  await client.query(on ? "ALTER SYSTEM SET log_statement = 'all'" : 'ALTER SYSTEM RESET log_statement')
  await client.query(on ? "ALTER SYSTEM SET log_line_prefix = '@%p '" : 'ALTER SYSTEM RESET log_line_prefix')
  await client.query('SELECT pg_reload_conf()')
}

/** Statements out of the server's log, each entry of which starts with `@`, its process and a label. */
function readStatements(log: string): string[] {
  return log.split(/^@\d+ /m).flatMap((entry) => {
    const text = /^LOG: {2}(?:statement|execute [^:]+): ([\s\S]*)$/.exec(entry)?.[1]
    return text === undefined ? [] : [text.trim().replace(/\s+/g, ' ')]
  })
}

/**
 * Does pieces of work one after the other and says what the database did for each, as its own log and
 * its transaction ids tell. Jobs that run beside them are counted where they happen to fall, so take
 * the median.
 * @param client a superuser's connection to an embedded server of this run.
 * @param settled resolves when every connection surely heard that statements are logged.
 */
export async function watchStatements(
  client: Client,
  work: readonly (() => Promise<unknown>)[],
  settled: () => Promise<unknown>,
): Promise<readonly Watched[]> {
  const { rows } = await client.query<{ data_directory: string }>('SHOW data_directory')
  const file = path.join(path.dirname(rows[0]?.data_directory ?? ''), 'server.log')
  await setLogging(client, true)
  await settled()
  const length = (await readFile(file)).length
  const ids = [await nextId(client)]
  for (const piece of work) {
    await piece()
    ids.push(await nextId(client))
  }
  const log = (await readFile(file)).subarray(length).toString('utf8')
  await setLogging(client, false)

  const pieces: string[][] = [[]]
  for (const statement of readStatements(log)) {
    if (statement === NEXT_ID) pieces.push([])
    else pieces.at(-1)?.push(statement)
  }
  return work.map((_, place) => ({
    // Before the first mark nothing is of interest.
    statements: pieces[place + 1] ?? [],
    commits: Number((ids[place + 1] ?? 0n) - (ids[place] ?? 0n)),
  }))
}
