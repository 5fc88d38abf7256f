import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { fileURLToPath } from 'node:url'

const root = fileURLToPath(new URL('../..', import.meta.url))
const SOURCES = [
  'src',
  'messages',
  'public',
  'prisma/schema.prisma',
  'next.config.ts',
  'postcss.config.mjs',
  'package-lock.json',
]
/** Made out of the schema, which counts itself. */
const GENERATED = path.join('src', 'generated')

/** Whether the build in that directory was made of today's sources. */
export function buildIsFresh(distDir: string): boolean {
  const stamp = stampOf(distDir)
  return existsSync(stamp) && readFileSync(stamp, 'utf8') === hashSources()
}

/**
 * Builds the app into the directory, relative to the checkout.
 * @throws Error with what the build printed when it fails, and the signal's reason when it is given up.
 */
export async function buildApp(distDir: string, signal?: AbortSignal): Promise<void> {
  const hash = hashSources()
  rmSync(stampOf(distDir), { force: true })
  const output: Buffer[] = []
  const status = await new Promise<number | null>((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules/next/dist/bin/next'), 'build'], {
      cwd: root,
      // A group of its own, so that its workers can be ended with it.
      detached: true,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        NODE_ENV: 'production',
        NEXT_DIST_DIR: distDir,
        NEXT_TELEMETRY_DISABLED: '1',
        TZ: 'UTC',
      },
    })
    const giveUp = () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
    }
    signal?.addEventListener('abort', giveUp)
    child.stdout.on('data', (chunk: Buffer) => output.push(chunk))
    child.stderr.on('data', (chunk: Buffer) => output.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      signal?.removeEventListener('abort', giveUp)
      resolve(code)
    })
  })
  signal?.throwIfAborted()
  if (status !== 0) throw new Error(`The app could not be built:\n${Buffer.concat(output).toString('utf8').trim()}`)
  writeFileSync(stampOf(distDir), hash)
}

function stampOf(distDir: string): string {
  return path.resolve(root, distDir, 'serendip-sources')
}

function hashSources(): string {
  const hash = createHash('sha256')
  for (const file of SOURCES.flatMap(filesUnder).sort()) {
    hash.update(`${file}\0`).update(readFileSync(path.join(root, file))).update('\0')
  }
  return hash.digest('hex')
}

/** Files of a source, relative to the checkout; a source that is not there has none. */
function filesUnder(source: string): string[] {
  const entry = statSync(path.join(root, source), { throwIfNoEntry: false })
  if (!entry) return []
  if (entry.isFile()) return [source]
  return readdirSync(path.join(root, source), { recursive: true, withFileTypes: true })
    .filter((file) => file.isFile() && !/\.test\.tsx?$/.test(file.name))
    .map((file) => path.relative(root, path.join(file.parentPath, file.name)))
    .filter((file) => !file.startsWith(GENERATED))
}
