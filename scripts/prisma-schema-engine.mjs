#!/usr/bin/env node
// Stands in for the native schema engine that Prisma's CLI would download: it answers the CLI's
// JSON-RPC on stdin and stdout with the same engine compiled to WebAssembly, which comes from npm.
// docs/decisions tells why. PRISMA_SCHEMA_ENGINE_BINARY points the CLI to it.
import { readFileSync, writeSync } from 'node:fs'
import { createRequire } from 'node:module'
import { createInterface } from 'node:readline'
import { parseArgs } from 'node:util'
import pg from 'pg'
import { migrationAdapter, withDatabase } from './lib/migration-adapter.mjs'

/** @typedef {{ id: number, method: string, params: any }} Request */

const { values, positionals } = parseArgs({
  allowPositionals: true,
  strict: false,
  options: { datamodels: { type: 'string', multiple: true }, datasource: { type: 'string' } },
})
/** @type {{ url?: string, shadowDatabaseUrl?: string }} */
const datasource = typeof values.datasource === 'string' ? JSON.parse(values.datasource) : {}

if (positionals[0] === 'cli') await runCommand(positionals[1])
else await serve()

/**
 * The two commands that the CLI runs apart from the conversation.
 * @param {string | undefined} command
 */
async function runCommand(command) {
  // The CLI skips the first line of what it reads here.
  writeSync(2, '{}\n')
  const url = datasource.url ?? ''
  try {
    if (command === 'can-connect-to-database') {
      await withClient(url, (client) => client.query('SELECT 1'))
    } else if (command === 'create-database') {
      const name = decodeURIComponent(new URL(url).pathname.slice(1))
      await withClient(withDatabase(url, 'postgres'), (client) =>
        client.query(`CREATE DATABASE ${client.escapeIdentifier(name)}`),
      )
    } else {
      throw new Error(`The schema engine has no command ${String(command)}.`)
    }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    const missing = error instanceof pg.DatabaseError && error.code === '3D000'
    const fields = { message, error_code: missing ? 'P1003' : 'P1001' }
    writeSync(2, `${JSON.stringify({ level: 'ERROR', target: 'schema_engine::logger', fields })}\n`)
    process.exitCode = 1
  }
}

/**
 * @param {string} url
 * @param {(client: pg.Client) => Promise<unknown>} work
 */
async function withClient(url, work) {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

async function serve() {
  let panic = ''
  Object.assign(globalThis, {
    PRISMA_WASM_PANIC_REGISTRY: { set_message: (/** @type {string} */ message) => (panic = message) },
  })
  const { factory, cleanUp } = migrationAdapter(datasource)
  /** @type {ReturnType<typeof startEngine> | undefined} */
  let engine
  /** @type {Map<number, Request>} */
  const pending = new Map()
  let diagnosed = false

  /** @param {Request} request */
  async function answer({ id, method, params }) {
    try {
      engine ??= startEngine(factory)
      // The CLI asks several engines in turn; this one opens shadow databases only after a diagnosis.
      if (['createMigration', 'evaluateDataLoss'].includes(method) && !diagnosed) {
        await (await engine).devDiagnostic({ migrationsList: params.migrationsList, filters: params.filters })
      }
      diagnosed = ['devDiagnostic', 'createMigration', 'evaluateDataLoss'].includes(method)
      const result = await call(await engine, method, params)
      if (method === 'diff' && result?.stdout) {
        send({ jsonrpc: '2.0', id: -id, method: 'print', params: { content: result.stdout } })
      }
      reply(id, { result: result ?? {} })
    } catch (error) {
      reply(id, { error: describe(error) })
    }
  }

  /**
   * @param {number} id
   * @param {object} body
   */
  function reply(id, body) {
    if (pending.delete(id)) send({ jsonrpc: '2.0', id, ...body })
  }

  /** @param {unknown} error */
  function describe(error) {
    /** @type {Record<string, unknown>} */
    const details = error instanceof Error ? Object.fromEntries(Object.entries(error)) : {}
    const message = panic || describeCause(error)
    return {
      code: 4466,
      message,
      data: { is_panic: panic !== '', message, error_code: details['code'] ?? null, meta: details['meta'] ?? null },
    }
  }

  /**
   * What the adapter threw comes back from the engine as a number.
   * @param {unknown} error
   */
  function describeCause(error) {
    const text = error instanceof Error ? error.message : String(error)
    const id = /External error id#(\d+)/.exec(text)?.[1]
    const cause = id === undefined ? undefined : factory.errorRegistry.consumeError(Number(id))?.error
    return cause instanceof Error ? cause.message : text
  }

  // A crash inside the engine surfaces here; unanswered, the CLI would end silently and with success.
  /** @param {unknown} error */
  function crashed(error) {
    for (const id of [...pending.keys()]) reply(id, { error: describe(error) })
    void cleanUp().finally(() => process.exit(101))
  }
  process.on('uncaughtException', crashed)
  process.on('unhandledRejection', crashed)
  // The CLI ends its engine with a signal as soon as it has its answer.
  process.on('SIGTERM', () => void cleanUp().finally(() => process.exit(0)))

  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() === '') continue
    /** @type {Request & { result?: unknown }} */
    const message = JSON.parse(line)
    // Without a method it is the CLI's receipt for something printed.
    if (!message.method) continue
    pending.set(message.id, message)
    void answer(message)
  }
  await cleanUp()
  process.exit(0)
}

/** @param {ReturnType<typeof migrationAdapter>['factory']} factory */
async function startEngine(factory) {
  const bindings = await import('@prisma/schema-engine-wasm/schema_engine_bg')
  const file = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm').replace(/\.js$/, '_bg.wasm')
  const { instance } = await WebAssembly.instantiate(readFileSync(file), {
    './schema_engine_bg.js': /** @type {WebAssembly.ModuleImports} */ (/** @type {unknown} */ (bindings)),
  })
  // The package's own loader imports the wasm as a module, which Node 20 cannot; its types leave out this setter.
  const { __wbg_set_wasm: setWasm } = /** @type {{ __wbg_set_wasm(exports: WebAssembly.Exports): void }} */ (
    /** @type {unknown} */ (bindings)
  )
  setWasm(instance.exports)
  const start = instance.exports['__wbindgen_start']
  if (typeof start === 'function') start()
  /** @type {[string, string][]} */
  const datamodels = (values.datamodels ?? []).map((name) => [String(name), readFileSync(String(name), 'utf8')])
  return bindings.SchemaEngine.new({ datamodels: datamodels.length > 0 ? datamodels : undefined }, () => undefined, factory)
}

/**
 * @param {object} engine
 * @param {string} method
 * @param {unknown} params
 */
function call(engine, method, params) {
  const name = method === 'getDatabaseVersion' ? 'version' : method
  const target = Reflect.get(engine, name)
  if (typeof target !== 'function') throw new Error(`The schema engine has no method ${method}.`)
  return Reflect.apply(target, engine, [params])
}

/** @param {object} message */
function send(message) {
  process.stdout.write(`${JSON.stringify(message)}\n`)
}
