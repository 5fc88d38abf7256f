import { ESLint } from 'eslint'
import { describe, expect, it } from 'vitest'
import { houseRules } from '../../eslint.config.mjs'

const eslint = new ESLint({ overrideConfigFile: true, overrideConfig: houseRules })

/** Names of the rules that complain about this text in this place. */
async function complaints(filePath: string, text: string): Promise<(string | null)[]> {
  const [result] = await eslint.lintText(`${text}\n`, { filePath })
  return (result?.messages ?? []).map(({ ruleId }) => ruleId)
}

const REFUSED: readonly (readonly [rule: string, file: string, text: string])[] = [
  ['no-restricted-syntax', 'src/server/a.ts', 'export const a = process.env.PORT'],
  ['no-restricted-syntax', 'src/server/a.ts', "import { env } from 'node:process'\nexport const a = env"],
  ['no-restricted-syntax', 'src/server/a.ts', 'export const a = Date.now()'],
  ['no-restricted-syntax', 'src/domain/a.ts', 'export const a = new Date()'],
  ['no-restricted-syntax', 'src/domain/a.ts', 'export const a = Temporal.Now.instant()'],
  ['no-restricted-syntax', 'src/app/page.tsx', 'export default function Page() { return Math.random() }'],
  ['no-restricted-syntax', 'src/env.ts', 'export const a = new Date()'],
  ['no-restricted-syntax', 'src/server/lib/clock.ts', 'export const a = process.env.TZ'],
  ['no-restricted-syntax', 'scripts/a.mjs', 'export const a = Math.random()'],
  ['no-restricted-syntax', 'tests/integration/a.test.ts', 'await new Promise((resolve) => setTimeout(resolve, 10))'],
  ['no-restricted-syntax', 'tests/integration/a.test.ts', 'await new Promise((done) => { setTimeout(done, 10) })'],
  ['no-restricted-syntax', 'e2e/a.spec.ts', "import { setTimeout as wait } from 'node:timers/promises'\nawait wait(1)"],
  ['no-restricted-syntax', 'e2e/a.spec.ts', 'await page.waitForTimeout(100)'],
  ['no-restricted-syntax', 'e2e/a.spec.ts', "await page.waitForLoadState('networkidle')"],
  ['no-restricted-syntax', 'src/domain/a.test.ts', "it.only('a', () => {})"],
  ['no-restricted-syntax', 'e2e/a.spec.ts', "test.skip('a', () => {})"],
  ['no-restricted-syntax', 'src/domain/a.test.ts', 'expect(a).toMatchInlineSnapshot()'],
  ['no-restricted-imports', 'src/server/api/routers/a.ts', "import { initTRPC } from '@trpc/server'\ninitTRPC.create()"],
  ['no-restricted-globals', 'src/domain/a.ts', "export const a = fetch('/')"],
  ['no-restricted-globals', 'src/domain/a.ts', 'export const a = crypto.randomUUID()'],
  ['no-restricted-exports', 'src/server/a.ts', 'export default 1'],
  ['no-console', 'src/server/a.ts', 'console.log(1)'],
  ['max-lines', 'src/server/a.ts', 'export {}\n'.repeat(401)],
  // A comment that turns rules off turns nothing off.
  ['no-console', 'src/server/a.ts', '// eslint-disable-next-line no-console\nconsole.log(1)'],
]

const ACCEPTED: readonly (readonly [file: string, text: string])[] = [
  ['src/env.ts', 'export const a = process.env'],
  ['scripts/a.mjs', 'console.log(process.env.PORT)'],
  ['src/server/lib/clock.ts', 'export const now = () => new Date()'],
  ['src/domain/a.ts', 'export const a = (now) => new Date(now.getTime() + 1)'],
  ['tests/integration/a.test.ts', 'export const a = new Date()'],
  ['src/app/(public)/sign-in/page.tsx', 'export default function Page() { return null }'],
  ['src/server/api/trpc.ts', "import { initTRPC } from '@trpc/server'\ninitTRPC.create()"],
]

describe('the rules of this house', () => {
  it.each(REFUSED)('%s complains in %s about %s', async (rule, file, text) => {
    expect(await complaints(file, text)).toContain(rule)
  })

  it.each(ACCEPTED)('nothing complains in %s about %s', async (file, text) => {
    expect(await complaints(file, text)).toEqual([])
  })
})
