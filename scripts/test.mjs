// npm test: every check there is, from a bare checkout, with one line at the end that counts them.
// npm test -- --only unit|lint|boundaries|types|integration|build|e2e runs one kind alone.
import { spawn } from 'node:child_process'
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import path from 'node:path'
import { parseArgs } from 'node:util'
import { prepare, stopwatch } from './lib/prepare.mjs'
import { root } from './lib/prisma.mjs'

/** @typedef {{ passed: number, failed: number }} Count */

const PASSED = { passed: 1, failed: 0 }
const FAILED = { passed: 0, failed: 1 }
const DIST_DIR = process.env['NEXT_DIST_DIR'] ?? '.next'
const LAYERED = ['src', 'scripts', 'tests', 'e2e', 'bench', 'prisma']

/** What an installation is told from outside tests nothing here: each test sets what it needs. */
const SETTINGS = [
  'AUTH_SECRET',
  'DATABASE_POOL',
  'DATABASE_URL',
  'DATA_DIR',
  'HOST',
  'LOG_LEVEL',
  'MAIL_FROM',
  'NODE_ENV',
  'PORT',
  'PUBLIC_URL',
  'SMTP_URL',
  'TEST_CLOCK_FILE',
  'TRUSTED_PROXIES',
]
for (const name of SETTINGS) Reflect.deleteProperty(process.env, name)

const say = (/** @type {string} */ line) => {
  console.log(line)
}

const stop = new AbortController()
/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set()
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.once(signal, () => {
    // The children go first and put away what they started themselves.
    stop.abort()
    for (const child of children) child.kill(signal)
  })
}
/**
 * Runs a program of the dependencies with Node.
 * @param {string} program its file beneath node_modules
 * @param {readonly string[]} args
 * @param {{ env?: Record<string, string>, quiet?: boolean }} [options] `quiet` holds the output back and gives it along.
 * @returns {Promise<{ status: number, output: string }>}
 */
function run(program, args, { env = {}, quiet = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'node_modules', program), ...args], {
      cwd: root,
      env: { ...process.env, NEXT_TELEMETRY_DISABLED: '1', ...env },
      stdio: quiet ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
    })
    children.add(child)
    /** @type {Buffer[]} */
    const output = []
    child.stdout?.on('data', (chunk) => output.push(chunk))
    child.stderr?.on('data', (chunk) => output.push(chunk))
    child.once('error', reject)
    child.once('close', (code) => {
      children.delete(child)
      resolve({ status: code ?? 1, output: Buffer.concat(output).toString('utf8').trim() })
    })
  })
}

/**
 * A check that counts as one, and speaks only when it is done: several of them run side by side.
 * @param {string} program
 * @param {readonly string[]} args
 */
async function check(program, args) {
  const { status, output } = await run(program, args, { quiet: true })
  return { count: status === 0 ? PASSED : FAILED, output }
}

const reports = path.join(root, '.cache/reports')
mkdirSync(reports, { recursive: true })
const report = mkdtempSync(path.join(reports, 'run-'))

/** @typedef {{ status: string, assertionResults: { status: string }[] }} TestFile */
/** @typedef {{ numPassedTests: number, numFailedTests: number, testResults: TestFile[] }} VitestReport */
/** @typedef {{ stats: { expected: number, unexpected: number, flaky: number } }} PlaywrightReport */

/**
 * Reads a report, and lets a run that ended badly never count as a good one.
 * @template Report
 * @param {string} file
 * @param {number} status how the program ended
 * @param {(report: Report) => Count} countOf
 * @returns {Count}
 */
function counted(file, status, countOf) {
  if (!existsSync(file)) return FAILED
  const count = countOf(JSON.parse(readFileSync(file, 'utf8')))
  return status !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count
}

/** @param {string[]} projects */
async function vitest(projects) {
  const file = path.join(report, `${projects.join('-')}.json`)
  const { status } = await run('vitest/vitest.mjs', [
    'run',
    ...projects.flatMap((project) => ['--project', project]),
    '--reporter=default',
    '--reporter=json',
    `--outputFile.json=${file}`,
  ])
  return counted(file, status, (/** @type {VitestReport} */ { numPassedTests, numFailedTests, testResults }) => {
    // A file that breaks before its first test has failed, though none of its tests has.
    const broken = testResults.filter(
      (result) =>
        result.status === 'failed' && !result.assertionResults.some(({ status }) => status === 'failed'),
    )
    return { passed: numPassedTests, failed: numFailedTests + broken.length }
  })
}

async function playwright() {
  const file = path.join(report, 'journeys.json')
  const { status } = await run('@playwright/test/cli.js', ['test', '--reporter=list,json'], {
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, NEXT_DIST_DIR: DIST_DIR },
  })
  return counted(file, status, (/** @type {PlaywrightReport} */ { stats }) => ({ passed: stats.expected, failed: stats.unexpected + stats.flaky }))
}

async function build() {
  const { tsImport } = await import('tsx/esm/api')
  const { buildApp, buildIsFresh } = await tsImport('./lib/build.ts', {
    parentURL: import.meta.url,
    tsconfig: path.join(root, 'tsconfig.json'),
  })
  if (buildIsFresh(DIST_DIR)) {
    say('The build is up to date.')
    return PASSED
  }
  try {
    await buildApp(DIST_DIR)
    return PASSED
  } catch (error) {
    say(error instanceof Error ? error.message : String(error))
    return FAILED
  }
}

/** The checks that hold one core each and print little: they run at once. */
const CHECKS = {
  lint: () => check('eslint/bin/eslint.js', ['.', '--max-warnings=0']),
  types: () => check('typescript/bin/tsc', ['--noEmit', '--pretty', '-p', '.']),
  boundaries: () =>
    check('dependency-cruiser/bin/dependency-cruise.mjs', [
      '--config',
      '.dependency-cruiser.mjs',
      ...LAYERED.filter((folder) => existsSync(path.join(root, folder))),
    ]),
}

/** @type {Record<string, Count>} */
const counts = {}

/** @param {string} name */
function heading(name) {
  say(`\n== ${name}`)
}

/**
 * @param {string} name
 * @param {Count} count
 * @param {string} seconds
 */
function record(name, count, seconds) {
  counts[name] = count
  say(`== ${name}: ${String(count.passed)} passed, ${String(count.failed)} failed (${seconds} s)`)
}

/**
 * Runs a step whose output is seen as it comes.
 * @param {string} name
 * @param {() => Promise<Count>} step
 */
async function streamed(name, step) {
  if (stop.signal.aborted) return
  heading(name)
  const seconds = stopwatch()
  record(name, await step(), seconds())
}

/** @param {(keyof typeof CHECKS)[]} names */
async function atOnce(names) {
  await Promise.all(
    names.map(async (name) => {
      const seconds = stopwatch()
      const { count, output } = await CHECKS[name]()
      heading(name)
      if (output) say(output)
      record(name, count, seconds())
    }),
  )
}

async function main() {
  const { values } = parseArgs({ options: { only: { type: 'string' } } })
  const kinds = [...Object.keys(CHECKS), 'unit', 'integration', 'build', 'e2e']
  if (values.only !== undefined && !kinds.includes(values.only)) {
    throw new Error(`There is no kind of test called ${values.only}: --only takes ${kinds.join(', ')}.`)
  }
  const wanted = (/** @type {string} */ kind) => values.only === undefined || values.only === kind

  await prepare({ log: say })
  const checks = /** @type {(keyof typeof CHECKS)[]} */ (Object.keys(CHECKS)).filter(wanted)
  if (checks.length > 0) {
    // Addresses of pages are types; lint and the type checker read them.
    const { status, output } = await run('next/dist/bin/next', ['typegen'], { quiet: true, env: { NEXT_DIST_DIR: DIST_DIR } })
    if (status !== 0) say(output)
    await atOnce(checks)
  }
  const projects = ['unit', 'integration'].filter(wanted)
  if (projects.length > 0) await streamed(projects.join(' and '), () => vitest(projects))
  if (wanted('build') || wanted('e2e')) await streamed('build', build)
  if (wanted('e2e') && !stop.signal.aborted) {
    if (counts['build']?.failed === 0) await streamed('e2e', playwright)
    else record('e2e, which needs a build', FAILED, '0.0')
  }
}

const seconds = stopwatch()
try {
  await main()
} catch (error) {
  say(error instanceof Error ? error.message : String(error))
  counts['preparation'] = FAILED
} finally {
  rmSync(report, { recursive: true, force: true })
}
const total = Object.values(counts).reduce(
  (sum, { passed, failed }) => ({ passed: sum.passed + passed, failed: sum.failed + failed }),
  { passed: 0, failed: 0 },
)
say(`\n${seconds()} s`)
say(`${String(total.passed)} passed, ${String(total.failed)} failed`)
process.exitCode = stop.signal.aborted ? 130 : total.failed > 0 || total.passed === 0 ? 1 : 0
