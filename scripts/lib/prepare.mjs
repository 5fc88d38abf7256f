import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import path from 'node:path'
import { root, runPrisma } from './prisma.mjs'

const MINIMUM = [20, 19]

/**
 * Makes the checkout ready to run TypeScript: checks Node, installs the dependencies when they are
 * missing or differ from package-lock.json, generates the Prisma client when it is missing or stale.
 * Needs nothing but the npm registry, and nothing at all when all is there.
 * @param {{ log?: (line: string) => void }} [options] `log` is told of each step that takes long.
 * @throws Error with a sentence that says what to do.
 */
export async function prepare({ log = () => undefined } = {}) {
  checkNode()
  if (!dependenciesAreInstalled()) {
    log('Installing the dependencies …')
    const seconds = stopwatch()
    await install()
    log(`Dependencies installed (${seconds()} s)`)
  }
  const stamp = path.join(root, 'src/generated/.prisma-client')
  const wanted = clientHash()
  if (readIfThere(stamp) !== wanted || !existsSync(path.join(root, 'src/generated/prisma/client.ts'))) {
    const seconds = stopwatch()
    const { status, output } = await runPrisma(['generate'])
    if (status !== 0) throw new Error(`The Prisma client could not be generated:\n${output}`)
    mkdirSync(path.dirname(stamp), { recursive: true })
    writeFileSync(stamp, wanted)
    log(`Database client generated (${seconds()} s)`)
  }
}

/** Seconds since the call, with one decimal. */
export function stopwatch() {
  const start = performance.now()
  return () => ((performance.now() - start) / 1000).toFixed(1)
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number)
  const [wantedMajor = 0, wantedMinor = 0] = MINIMUM
  if (major > wantedMajor || (major === wantedMajor && minor >= wantedMinor)) return
  throw new Error(
    `Serendip needs Node.js ${MINIMUM.join('.')} or newer, and this is ${process.versions.node}: install a newer one.`,
  )
}

/** @typedef {{ version?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage */

/**
 * Compares what npm noted down at its last installation, which it writes last of all, with what
 * package-lock.json wants. Packages of other platforms are optional and may be missing.
 */
function dependenciesAreInstalled() {
  const installed = readPackages('node_modules/.package-lock.json')
  if (!installed) return false
  return Object.entries(readPackages('package-lock.json') ?? {}).every(([name, wanted]) => {
    if (name === '') return true
    const found = installed[name]
    return found ? found.version === wanted.version : wanted.optional === true || wanted.devOptional === true
  })
}

/**
 * @param {string} file
 * @returns {Record<string, LockedPackage> | undefined}
 */
function readPackages(file) {
  const text = readIfThere(path.join(root, file))
  if (text === undefined) return undefined
  try {
    return JSON.parse(text).packages
  } catch {
    return undefined
  }
}

/** @param {string} file */
function readIfThere(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : undefined
}

/** @returns {Promise<void>} */
function install() {
  // No package needs its install script here, and some of those scripts download.
  const args = ['ci', '--ignore-scripts', '--include=dev', '--no-audit', '--no-fund']
  const npm = process.env['npm_execpath']
  const [command, first] = npm?.endsWith('.js') ? [process.execPath, [npm]] : ['npm', []]
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], {
      cwd: root,
      stdio: 'inherit',
      shell: process.platform === 'win32' && first.length === 0,
    })
    /** @param {NodeJS.Signals} signal */
    const passOn = (signal) => child.kill(signal)
    process.once('SIGINT', passOn)
    process.once('SIGTERM', passOn)
    child.once('error', () => {
      reject(new Error('npm was not found: install the dependencies with `npm ci`, then start again.'))
    })
    child.once('close', (code) => {
      process.off('SIGINT', passOn)
      process.off('SIGTERM', passOn)
      if (code === 0) resolve()
      else reject(new Error('The dependencies could not be installed; npm says why above.'))
    })
  })
}

function clientHash() {
  const { version } = JSON.parse(readFileSync(path.join(root, 'node_modules/@prisma/client/package.json'), 'utf8'))
  const schema = readFileSync(path.join(root, 'prisma/schema.prisma'))
  return createHash('sha256').update(`${String(version)}\n`).update(schema).digest('hex')
}
