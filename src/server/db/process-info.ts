import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'

/** What the system tells about a live process. */
export interface ProcessInfo {
  /** Program and arguments, as one text. */
  readonly command: string
  /** When it was started, as the system writes it; with the id, it names one process for good. */
  readonly started: string
}

/** Looks a process up, whoever owns it; undefined when there is none, or only its remains (a zombie). */
export function processInfo(pid: number): ProcessInfo | undefined {
  // /proc first: small container images have no `ps`.
  if (existsSync('/proc/self/stat')) return fromProc(pid)
  const { status, stdout } = spawnSync('ps', ['-o', 'stat=,lstart=,command=', '-p', String(pid)], { encoding: 'utf8' })
  const [, state, started, command] = /^\s*(\S+)\s+((?:\S+\s+){4}\S+)\s+(.*)$/.exec(stdout.trim()) ?? []
  if (status !== 0 || !state || !started || command === undefined || state.startsWith('Z')) return undefined
  return { command, started }
}

function fromProc(pid: number): ProcessInfo | undefined {
  try {
    const stat = readFileSync(`/proc/${String(pid)}/stat`, 'utf8')
    // The name in parentheses may hold anything; after it come the state and, 19 fields on, the start.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    if (fields[0] === 'Z') return undefined
    const command = readFileSync(`/proc/${String(pid)}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()
    return { command, started: fields[19] ?? '' }
  } catch {
    return undefined
  }
}
