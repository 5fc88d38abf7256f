import { readFileSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { basename, join, relative, sep } from 'node:path'
import { describe, expect, it } from 'vitest'

const MOST_LINES = 400
const MOST_LINES_OF_95_PERCENT = 250
/** Names that say nothing, under which everything gathers. */
const DRAWERS = new Set(['index', 'util', 'utils', 'helper', 'helpers', 'common', 'misc', 'shared'])
/** Kebab-case; a leading underscore marks what belongs to one page alone, as in Next's private folders. */
const KEBAB = /^_?[a-z0-9]+(?:-[a-z0-9]+)*(?:[.](?:test|spec|config|d))?[.](?:tsx?|mjs)$/
/** A folder of Next's router: (group), [param], [...rest], [[...rest]], @slot, or an address that names a kind of file; otherwise kebab-case. */
const FOLDER = /^(?:_?[a-z0-9]+(?:-[a-z0-9]+)*(?:\.(?:csv|ics|json|png|vcf))?|\([a-z-]+\)|\[{1,2}(?:[.]{3})?[a-zA-Z]+\]{1,2}|@[a-z-]+)$/

async function sourcesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile() && /[.](?:tsx?|mjs)$/.test(entry.name))
    .map((entry) => relative('.', join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((path) => !path.startsWith('src/generated/'))
}

const linesOf = (path: string) => readFileSync(path, 'utf8').replace(/\n$/, '').split('\n').length

const inSrc = await sourcesIn('src')
const everywhere = [...inSrc, ...(await Promise.all(['scripts', 'tests', 'e2e', 'bench'].map(sourcesIn))).flat()]

describe('source files', () => {
  it('are found', () => {
    expect(inSrc).toContain('src/env.ts')
    expect(everywhere).toContain('tests/structure/files.test.ts')
  })

  it(`have at most ${String(MOST_LINES)} lines`, () => {
    expect(everywhere.filter((path) => linesOf(path) > MOST_LINES)).toEqual([])
  })

  it(`have at most ${String(MOST_LINES_OF_95_PERCENT)} lines in 95 of 100 cases`, () => {
    const lengths = inSrc.map(linesOf).sort((a, b) => a - b)
    expect(lengths[Math.floor((lengths.length - 1) * 0.95)]).toBeLessThanOrEqual(MOST_LINES_OF_95_PERCENT)
  })

  it('have names in kebab-case, and so have their folders', () => {
    const misnamed = everywhere.filter((path) => {
      const folders = path.split('/').slice(0, -1)
      return !KEBAB.test(basename(path)) || !folders.every((folder) => FOLDER.test(folder))
    })
    expect(misnamed).toEqual([])
  })

  it('are no barrels and no drawers', () => {
    const drawers = everywhere.filter((path) =>
      path.split('/').some((part) => DRAWERS.has(part.replace(/[.].*$/, ''))),
    )
    expect(drawers).toEqual([])
  })
})
