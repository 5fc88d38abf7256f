import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, ColumnTypeEnum } from '@prisma/driver-adapter-utils'
import pg from 'pg'

/** @import { SqlDriverAdapter, SqlMigrationAwareDriverAdapterFactory, SqlQueryable } from '@prisma/driver-adapter-utils' */

const FIRST_USER_DEFINED_OID = 16_384
const OID_CHAR = 18
const OID_TEXT = 25
const OID_CHAR_ARRAY = 1002
// The types adapter-pg knows; it refuses every other type of the system catalogue.
const KNOWN = new Set([
  16, 17, 19, 20, 21, 23, 25, 26, 114, 142, 199, 650, 651, 700, 701, 790, 791, 869, 1000, 1001, 1002, 1005, 1007, 1009,
  1014, 1015, 1016, 1021, 1022, 1028, 1041, 1042, 1043, 1082, 1083, 1114, 1115, 1182, 1183, 1184, 1185, 1231, 1266,
  1560, 1561, 1562, 1563, 1700, 2950, 2951, 3802, 3807,
])

/**
 * What stands for a type of the catalogue. `"char"` has to arrive as a character, which adapter-pg
 * knows only as an array's element: it travels as that array and is put right in `catalogTypes`.
 * @param {number} oid
 */
function substitute(oid) {
  if (oid >= FIRST_USER_DEFINED_OID || KNOWN.has(oid)) return oid
  return oid === OID_CHAR ? OID_CHAR_ARRAY : OID_TEXT
}

/**
 * @template T
 * @param {T} result
 * @returns {T}
 */
function withKnownTypes(result) {
  for (const one of Array.isArray(result) ? result : [result]) {
    for (const field of one?.fields ?? []) field.dataTypeID = substitute(field.dataTypeID)
  }
  return result
}

class CatalogClient extends pg.Client {
  /**
   * Both of pg's forms: the pool passes a callback, a transaction awaits.
   * @override
   * @param {any[]} args
   * @returns {any}
   */
  query(...args) {
    const last = args.at(-1)
    if (typeof last === 'function') {
      args[args.length - 1] = (/** @type {unknown} */ error, /** @type {unknown} */ result) =>
        last(error, withKnownTypes(result))
      return Reflect.apply(super.query, this, args)
    }
    const answer = Reflect.apply(super.query, this, args)
    return answer instanceof Promise ? answer.then(withKnownTypes) : answer
  }
}

/**
 * @template {SqlQueryable} T
 * @param {T} queryable
 * @returns {T}
 */
function catalogTypes(queryable) {
  const queryRaw = queryable.queryRaw.bind(queryable)
  queryable.queryRaw = async (query) => {
    const result = await queryRaw(query)
    return {
      ...result,
      columnTypes: result.columnTypes.map((type) =>
        type === ColumnTypeEnum.CharacterArray ? ColumnTypeEnum.Character : type,
      ),
    }
  }
  return queryable
}

/**
 * adapter-pg's connection, fit for reading the catalogue and for running whole scripts.
 * @param {string} url
 * @returns {Promise<SqlDriverAdapter>}
 */
async function connect(url) {
  const adapter = catalogTypes(await new PrismaPg({ connectionString: url, Client: CatalogClient }).connect())
  const startTransaction = adapter.startTransaction.bind(adapter)
  adapter.startTransaction = async (level) => catalogTypes(await startTransaction(level))
  // One simple query: cutting the script at semicolons, as adapter-pg does, breaks function bodies.
  adapter.executeScript = async (script) => {
    await adapter.executeRaw({ sql: script, args: [], argTypes: [] })
  }
  return adapter
}

/**
 * @param {string} url
 * @param {string} database
 */
export function withDatabase(url, database) {
  const other = new URL(url)
  other.pathname = `/${encodeURIComponent(database)}`
  return other.toString()
}

/**
 * The schema engine's way to the database, and what to call at the end: it drops shadow databases
 * that are still there.
 * @param {{ url?: string | undefined, shadowDatabaseUrl?: string | undefined }} datasource
 */
export function migrationAdapter({ url, shadowDatabaseUrl }) {
  /** @type {Set<() => Promise<void>>} */
  const cleanups = new Set()

  /** @returns {Promise<SqlDriverAdapter>} */
  async function ownShadow() {
    if (!url) throw new Error('DATABASE_URL is not set.')
    const name = `prisma_migrate_shadow_db_${globalThis.crypto.randomUUID()}`
    const main = await connect(url)
    await main.executeScript(`CREATE DATABASE "${name}"`)
    const shadow = await connect(withDatabase(url, name))
    const end = shadow.dispose.bind(shadow)
    const drop = async () => {
      if (!cleanups.delete(drop)) return
      await end()
      await main.executeScript(`DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`)
      await main.dispose()
    }
    cleanups.add(drop)
    shadow.dispose = drop
    return shadow
  }

  /** @type {SqlMigrationAwareDriverAdapterFactory} */
  const factory = {
    provider: 'postgres',
    adapterName: '@prisma/adapter-pg',
    async connect() {
      if (!url) throw new Error('DATABASE_URL is not set.')
      return connect(url)
    },
    async connectToShadowDb() {
      if (!shadowDatabaseUrl) return ownShadow()
      const shadow = await connect(shadowDatabaseUrl)
      await shadow.executeScript('DROP SCHEMA public CASCADE; CREATE SCHEMA public')
      return shadow
    },
  }
  return {
    factory: bindMigrationAwareSqlAdapterFactory(factory),
    async cleanUp() {
      await Promise.allSettled([...cleanups].map((cleanup) => cleanup()))
    },
  }
}
