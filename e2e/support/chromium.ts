import { execFile } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const run = promisify(execFile)
const CACHE = fileURLToPath(new URL('../../.cache/chromium', import.meta.url))

const SYSTEM_BROWSERS = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome-stable',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
]

/** A Chromium that starts here, and the environment that it needs to. */
export interface Chromium {
  readonly executablePath: string
  readonly env: Readonly<NodeJS.ProcessEnv>
}

async function exists(path: string, mode = constants.F_OK): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  )
}

/** This process's environment, changed by `changes`. */
const environment = (changes: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({ ...process.env, ...changes })

async function starts({ executablePath, env }: Chromium): Promise<boolean> {
  return run(executablePath, ['--version'], { env }).then(
    () => true,
    () => false,
  )
}

/**
 * Unpacks the Chromium that the package carries into this checkout, once per version. The package
 * unpacks into the directory for temporary files, under names that two users or two half-finished
 * runs would share; so it gets a directory of its own, which is moved into place when complete.
 */
async function unpack(): Promise<string> {
  const entry = createRequire(import.meta.url).resolve('@sparticuz/chromium')
  const manifest: unknown = JSON.parse(await readFile(join(dirname(entry), '../../package.json'), 'utf8'))
  const version =
    typeof manifest === 'object' && manifest !== null && 'version' in manifest ? String(manifest.version) : 'unknown'
  const target = join(CACHE, version)
  if (await exists(join(target, 'chromium'))) return target

  const draft = join(CACHE, `draft-${String(process.pid)}`)
  await rm(draft, { recursive: true, force: true })
  await mkdir(draft, { recursive: true })
  // In a process of its own, since importing the package changes LD_LIBRARY_PATH for good. It takes
  // the variable for a bare machine's sign and unpacks its shared libraries too.
  await run(
    process.execPath,
    ['--input-type=module', '--eval', "await (await import('@sparticuz/chromium')).default.executablePath()"],
    { cwd: dirname(entry), env: environment({ TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs20.x' }) },
  )
  try {
    await rename(draft, target)
  } catch (error) {
    // Another process was faster; its copy is the same.
    await rm(draft, { recursive: true, force: true })
    if (!(await exists(join(target, 'chromium')))) throw error
  }
  return target
}

async function packaged(): Promise<Chromium> {
  const directory = await unpack()
  const fonts = join(directory, 'fonts.conf')
  const draft = `${fonts}.${String(process.pid)}`
  await writeFile(
    draft,
    `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <dir>${join(directory, 'fonts')}</dir>
  <dir>/usr/share/fonts</dir>
  <cachedir>${join(directory, 'font-cache')}</cachedir>
</fontconfig>
`,
  )
  await rename(draft, fonts)
  const executablePath = join(directory, 'chromium')
  const plain = { executablePath, env: environment({ FONTCONFIG_FILE: fonts }) }
  // The machine's own libraries fit it best; where some are missing, the package brings them.
  if (await starts(plain)) return plain
  const libraries = [join(directory, 'al2023/lib'), process.env['LD_LIBRARY_PATH']].filter(Boolean).join(':')
  const bare = { executablePath, env: environment({ FONTCONFIG_FILE: fonts, LD_LIBRARY_PATH: libraries }) }
  if (await starts(bare)) return bare
  throw new Error(
    'No Chromium starts here. Install one (for example the package chromium) or name one in PLAYWRIGHT_CHROMIUM_PATH.',
  )
}

/**
 * The Chromium to test with: the one that PLAYWRIGHT_CHROMIUM_PATH names, else the system's, else
 * the one that comes with the development dependencies, unpacked at its first use.
 * @throws Error that says what to do when none starts.
 */
export async function findChromium(): Promise<Chromium> {
  const named = process.env['PLAYWRIGHT_CHROMIUM_PATH']
  if (named) {
    const chosen = { executablePath: named, env: environment({}) }
    if (await starts(chosen)) return chosen
    throw new Error(`PLAYWRIGHT_CHROMIUM_PATH names ${named}, which does not start.`)
  }
  for (const executablePath of SYSTEM_BROWSERS) {
    const candidate = { executablePath, env: environment({}) }
    if ((await exists(executablePath, constants.X_OK)) && (await starts(candidate))) return candidate
  }
  return packaged()
}
