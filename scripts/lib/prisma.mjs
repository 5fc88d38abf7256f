import { spawn } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import path from 'node:path'

/** The checkout's directory. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..')

/**
 * Runs Prisma's command line, which would download its schema engine, with the engine out of npm;
 * an engine that the environment names comes first.
 * @param {readonly string[]} args for example `['migrate', 'status']`
 * @param {{ databaseUrl?: string }} [options]
 * @returns {Promise<{ status: number, output: string }>} exit status and everything that was printed
 */
export function runPrisma(args, { databaseUrl } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules/prisma/build/index.js'), ...args], {
      cwd: root,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        PRISMA_SCHEMA_ENGINE_BINARY:
          process.env['PRISMA_SCHEMA_ENGINE_BINARY'] ?? path.join(root, 'scripts/prisma-schema-engine.mjs'),
        PRISMA_HIDE_UPDATE_MESSAGE: '1',
        CHECKPOINT_DISABLE: '1',
        NO_COLOR: '1',
        ...(databaseUrl ? { DATABASE_URL: databaseUrl } : {}),
      },
    })
    let output = ''
    /** @param {Buffer} chunk */
    const collect = (chunk) => {
      output += chunk.toString('utf8')
    }
    child.stdout.on('data', collect)
    child.stderr.on('data', collect)
    child.once('error', reject)
    child.once('close', (code) => {
      resolve({ status: code ?? 1, output: output.trim() })
    })
  })
}
