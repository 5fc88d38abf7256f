import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { promisify } from 'node:util'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'

const CRUISER = resolve('node_modules/dependency-cruiser/bin/dependency-cruise.mjs')
const RULES = resolve('.dependency-cruiser.mjs')

const report = z.object({
  summary: z.object({
    violations: z.array(z.object({ from: z.string(), to: z.string(), rule: z.object({ name: z.string() }) })),
    ruleSetUsed: z.object({ forbidden: z.array(z.object({ name: z.string() })) }),
  }),
})

/** One forbidden import a rule: [rule, importing file, imported file, what is written instead of the path]. */
const FORBIDDEN: readonly (readonly [rule: string, from: string, to: string, specifier?: string])[] = [
  ['text-is-a-leaf', 'src/text/words.ts', 'src/server/lib/clock.ts'],
  ['env-is-a-leaf', 'src/env.ts', 'src/domain/rank.ts'],
  ['domain-is-pure', 'src/domain/with-db.ts', 'src/server/db/client.ts'],
  ['domain-is-pure', 'src/domain/with-env.ts', 'src/env.ts'],
  ['domain-reaches-nothing', 'src/domain/with-files.ts', 'node:fs', 'node:fs'],
  ['domain-reaches-nothing', 'src/domain/with-network.ts', 'node_modules/pg/index.js', 'pg'],
  ['lib-is-a-leaf', 'src/server/lib/with-db.ts', 'src/server/db/client.ts'],
  ['db-knows-no-services', 'src/server/db/with-service.ts', 'src/server/services/visit.ts'],
  ['email-renders-and-sends', 'src/server/email/with-service.ts', 'src/server/services/visit.ts'],
  ['live-listens', 'src/server/live/with-service.ts', 'src/server/services/visit.ts'],
  ['services-below-procedures', 'src/server/services/with-router.ts', 'src/server/api/root.ts'],
  ['services-below-procedures', 'src/server/services/with-task.ts', 'src/server/jobs/task.ts'],
  ['enqueue-knows-no-task', 'src/server/jobs/enqueue-mail.ts', 'src/server/jobs/task.ts'],
  ['jobs-call-services', 'src/server/jobs/with-router.ts', 'src/server/api/root.ts'],
  ['auth-below-procedures', 'src/server/auth/with-router.ts', 'src/server/api/root.ts'],
  ['routers-call-services', 'src/server/api/routers/with-db.ts', 'src/server/db/client.ts'],
  ['procedures-below-app', 'src/server/api/with-page.ts', 'src/app/page.tsx'],
  ['trpc-calls-procedures', 'src/trpc/with-service.ts', 'src/server/services/visit.ts'],
  ['trpc-calls-the-root', 'src/trpc/with-router.ts', 'src/server/api/routers/visit.ts'],
  ['pages-call-procedures', 'src/app/with-service/page.tsx', 'src/server/services/visit.ts'],
  ['pages-call-procedures', 'src/app/with-db/page.tsx', 'src/server/db/client.ts'],
  ['adapters-stay-thin', 'src/app/api/with-service/route.ts', 'src/server/services/visit.ts'],
  ['nobody-imports-pages', 'src/server/services/with-page.ts', 'src/app/page.tsx'],
  ['ui-fetches-nothing', 'src/components/ui/with-data.tsx', 'src/trpc/server.ts'],
  ['components-call-procedures', 'src/components/with-db.tsx', 'src/server/db/client.ts'],
  ['prisma-in-db-only', 'src/server/services/with-prisma.ts', 'src/generated/prisma/client.ts'],
  ['src-knows-no-tools', 'src/server/services/with-script.ts', 'scripts/start.ts'],
  ['src-needs-no-dev-package', 'src/server/services/with-dev.ts', 'node_modules/dev-tool/index.js', 'dev-tool'],
  ['packages-are-declared', 'src/server/services/with-stray.ts', 'node_modules/stray/index.js', 'stray'],
  ['everything-resolves', 'src/server/services/with-nothing.ts', './nowhere', './nowhere'],
  ['no-circles', 'src/domain/circle-a.ts', 'src/domain/circle-b.ts'],
  ['no-dead-code', 'src/domain/nobody-calls.ts', 'src/domain/rank.ts'],
]

/** The arrow itself, from a page down to a table. */
const ALLOWED: readonly (readonly [from: string, to: string])[] = [
  ['src/app/page.tsx', 'src/trpc/server.ts'],
  ['src/app/page.tsx', 'src/domain/rank.ts'],
  ['src/app/page.tsx', 'src/components/ui/button.tsx'],
  ['src/components/ui/button.tsx', 'src/text/translator.ts'],
  ['src/trpc/server.ts', 'src/server/api/root.ts'],
  ['src/server/api/root.ts', 'src/server/api/routers/visit.ts'],
  ['src/server/api/routers/visit.ts', 'src/server/services/visit.ts'],
  ['src/server/services/visit.ts', 'src/domain/rank.ts'],
  ['src/server/services/visit.ts', 'src/server/db/client.ts'],
  ['src/server/services/visit.ts', 'src/server/jobs/enqueue.ts'],
  ['src/server/services/visit.ts', 'src/server/lib/clock.ts'],
  ['src/server/db/client.ts', 'src/generated/prisma/client.ts'],
  ['src/instrumentation.ts', 'src/server/jobs/task.ts'],
  ['src/server/jobs/task.ts', 'src/server/services/remind.ts'],
  ['src/server/services/remind.ts', 'src/server/db/client.ts'],
  ['scripts/start.ts', 'src/env.ts'],
]

let directory = ''

/** Writes a small project with these imports, and gives back what the cruiser says about it. */
async function cruise(name: string, imports: readonly (readonly [from: string, specifier: string])[]) {
  const root = join(directory, name)
  const files = new Map<string, string>([
    ['package.json', JSON.stringify({ dependencies: { pg: '1' }, devDependencies: { 'dev-tool': '1' } })],
    ['tsconfig.json', JSON.stringify({ compilerOptions: { module: 'ESNext', moduleResolution: 'Bundler', jsx: 'react-jsx' } })],
    ...['pg', 'dev-tool', 'stray'].flatMap((pkg) => [
      [`node_modules/${pkg}/package.json`, JSON.stringify({ name: pkg, main: 'index.js' })] as const,
      [`node_modules/${pkg}/index.js`, 'export const it = 1\n'] as const,
    ]),
  ])
  for (const [from, specifier] of imports) {
    files.set(from, `${files.get(from) ?? ''}import { it as a${String(files.size)} } from '${specifier}'\n`)
  }
  for (const path of ALLOWED.flat()) {
    if (!files.has(path)) files.set(path, 'export const it = 1\n')
  }
  for (const [path, content] of files) {
    await mkdir(dirname(join(root, path)), { recursive: true })
    await writeFile(join(root, path), content)
  }
  const { stdout } = await promisify(execFile)(
    process.execPath,
    [CRUISER, '--config', RULES, '--output-type', 'json', 'src', 'scripts'],
    { cwd: root, maxBuffer: 50_000_000 },
  ).catch((error: unknown) => z.object({ stdout: z.string() }).parse(error))
  return report.parse(JSON.parse(stdout)).summary
}

/** The import of one file by another, from the root of the project. */
const specifier = (from: string, to: string) => `${'../'.repeat(from.split('/').length - 1)}${to.replace(/[.]tsx?$/, '')}`

beforeAll(async () => {
  directory = await realpath(await mkdtemp(join(tmpdir(), 'serendip-boundaries-')))
})

afterAll(() => rm(directory, { recursive: true, force: true }))

describe('the arrow between the layers', () => {
  it('lets everything through that follows it', async () => {
    const { violations } = await cruise(
      'allowed',
      ALLOWED.map(([from, to]) => [from, specifier(from, to)]),
    )
    expect(violations).toEqual([])
  }, 20_000)

  it('reports each kind of import against it', async () => {
    const { violations, ruleSetUsed } = await cruise('forbidden', [
      ...FORBIDDEN.map(([, from, to, written]) => [from, written ?? specifier(from, to)] as const),
      ['src/domain/circle-b.ts', './circle-a'],
    ])
    const reported = violations.map(({ rule, from, to }) => `${rule.name}: ${from} -> ${to.replace('node:', '')}`)
    const expected = FORBIDDEN.map(([rule, from, to]) =>
      // Nothing leads to dead code: what is reported is the file itself.
      rule === 'no-dead-code' ? `${rule}: ${from} -> ${from}` : `${rule}: ${from} -> ${to.replace('node:', '')}`,
    )
    expect(reported).toEqual(expect.arrayContaining(expected))
    expect(new Set(FORBIDDEN.map(([rule]) => rule))).toEqual(new Set(ruleSetUsed.forbidden.map(({ name }) => name)))
  }, 20_000)
})
