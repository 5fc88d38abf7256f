import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** Numeric ids to run the server under; undefined means the current user. */
export interface RunAs {
  readonly uid: number
  readonly gid: number
}

/**
 * Under whom PostgreSQL has to run: it refuses to run as root. Data that already exists keeps its
 * owner; otherwise the system's `postgres` user is taken, or `nobody` where there is none.
 * @throws Error with a sentence for the operator when root has no such user.
 */
export function serverUser(existingData: string): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined
  const owner = statSync(existingData, { throwIfNoEntry: false })
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
  const user = systemUser('postgres') ?? systemUser('_postgres') ?? systemUser('nobody')
  if (!user) {
    throw new Error(
      'PostgreSQL refuses to run as root and this system has no user postgres or nobody: start Serendip as an ordinary user, or set DATABASE_URL.',
    )
  }
  return user
}

function systemUser(name: string): RunAs | undefined {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid) >>> 0, gid: Number(gid) >>> 0 } : undefined
}

/** Whether that user can enter the directory; asked of the system itself, so that ACLs count. */
export function canEnter(directory: string, runAs: RunAs | undefined): boolean {
  if (!runAs) return true
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', directory], { ...runAs, cwd: '/', stdio: 'ignore' }).status === 0
}

/** Whether that user can run the program; proves that its libraries are found, too. */
export function canRun(program: string, runAs: RunAs | undefined): boolean {
  return spawnSync(program, ['--version'], { ...runAs, cwd: '/', stdio: 'ignore' }).status === 0
}
