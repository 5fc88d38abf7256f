import { execFile } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  linkSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import path from 'node:path'
import { promisify } from 'node:util'
import type { Binaries } from './embedded-binaries'
import { canEnter, type RunAs } from './embedded-user'

/** The superuser of the built-in server. */
export const SERVER_USER = 'serendip'

/**
 * Where the server keeps everything: `<dataDir>/postgres`. When root's data directory lies where the
 * server's user cannot enter, that name is a link to a directory of its own under /var/lib/serendip.
 */
export function serverHome(dataDir: string, runAs: RunAs | undefined, log: (line: string) => void): string {
  const home = path.join(dataDir, 'postgres')
  if (!existsSync(dataDir)) {
    mkdirSync(dataDir, { recursive: true })
    // Enterable, not listable: what is secret in it has mode 600.
    if (runAs) chmodSync(dataDir, 0o711)
  }
  if (!existsSync(home)) {
    if (canEnter(dataDir, runAs)) {
      mkdirSync(home, { recursive: true, mode: 0o711 })
    } else {
      mkdirSync('/var/lib/serendip', { recursive: true, mode: 0o711 })
      const elsewhere = mkdtempSync('/var/lib/serendip/')
      rmSync(home, { force: true })
      symlinkSync(elsewhere, home)
      log(`${dataDir} is closed to the database's user, so the database is kept in ${elsewhere}`)
    }
    if (runAs) chownSync(realpathSync(home), runAs.uid, runAs.gid)
  }
  return realpathSync(home)
}

/** The server's password, made once and kept readable for the current user alone. */
export function serverPassword(dataDir: string): string {
  const file = path.join(dataDir, 'postgres-password')
  if (!existsSync(file)) {
    // Written aside and linked: whoever comes second, or after a kill, finds a whole password.
    const draft = `${file}.${String(process.pid)}`
    writeFileSync(draft, randomBytes(24).toString('base64url'), { mode: 0o600 })
    try {
      linkSync(draft, file)
    } catch (error) {
      if (!existsSync(file)) throw error
    } finally {
      rmSync(draft, { force: true })
    }
  }
  return readFileSync(file, 'utf8').trim()
}

/**
 * Makes the cluster in `data` unless it is there. It appears under its name only when complete, so a
 * start that was killed in the middle leaves nothing that looks like a database.
 */
export async function ensureCluster(
  binaries: Binaries,
  data: string,
  password: string,
  options: { runAs: RunAs | undefined; fast: boolean },
): Promise<void> {
  const versionFile = path.join(data, 'PG_VERSION')
  if (existsSync(versionFile)) {
    const version = readFileSync(versionFile, 'utf8').trim()
    if (version !== String(binaries.major)) {
      throw new Error(
        `The database in ${data} was made by PostgreSQL ${version} and this is PostgreSQL ${String(binaries.major)}: dump it with the old version and load it into a new data directory.`,
      )
    }
    return
  }
  removeHalfMade(data)
  const half = `${data}.new-${String(process.pid)}`
  const passwordFile = `${half}.password`
  try {
    writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 })
    if (options.runAs) chownSync(passwordFile, options.runAs.uid, options.runAs.gid)
    await promisify(execFile)(
      binaries.initdb,
      [
        `--pgdata=${half}`,
        `--username=${SERVER_USER}`,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        // The built-in provider sorts and folds alike on every system, whatever locales it has.
        '--locale=C',
        '--locale-provider=builtin',
        '--builtin-locale=C.UTF-8',
        ...(options.fast ? ['--no-sync'] : []),
      ],
      { ...options.runAs, cwd: path.dirname(data) },
    )
    if (!existsSync(versionFile)) renameSync(half, data)
  } finally {
    rmSync(passwordFile, { force: true })
    rmSync(half, { recursive: true, force: true })
  }
}

function removeHalfMade(data: string): void {
  const prefix = `${path.basename(data)}.new-`
  for (const name of readdirSync(path.dirname(data))) {
    if (name.startsWith(prefix) && !isAlive(Number.parseInt(name.slice(prefix.length), 10))) {
      rmSync(path.join(path.dirname(data), name), { recursive: true, force: true })
    }
  }
}

/** Whether a process of that id exists, whoever owns it. */
export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch (error) {
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
