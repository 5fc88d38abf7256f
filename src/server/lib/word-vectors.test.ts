import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterAll, afterEach, describe, expect, test, vi } from 'vitest'
import { matchTexts } from '@/domain/matching/text/match-texts'
import { readText } from '@/domain/matching/text/read-text'
import { logger } from './logger'
import { loadWordVectors, wordVectors } from './word-vectors'

const folder = mkdtempSync(path.join(tmpdir(), 'word-vectors-'))

afterEach(() => {
  vi.restoreAllMocks()
  rmSync(path.join(folder, 'table.bin'), { force: true })
})

afterAll(() => {
  rmSync(folder, { recursive: true, force: true })
})

describe('the table of the app', () => {
  test('is read once', () => {
    expect(wordVectors()).not.toBeNull()
    expect(wordVectors()).toBe(wordVectors())
  })

  test.each([
    ['someone who can fix a leaking tap', 'plumber, happy to have a look', 'tap dance on tuesdays'],
    ['learn the guitar', 'I teach strings and chords to beginners', 'I teach watercolour'],
    ['practise my Spanish', 'native speaker from Mexico, language tandem', 'spanish wine tasting'],
    ['tax advice for freelancers', 'accountant, I do VAT returns', 'yoga in the park'],
    ['Kubernetes keeps me up at night', 'devops engineer, clusters and Docker', 'night walks through the city'],
    ['people to go bouldering with', 'climber, three evenings at the wall', 'I sing in a choir'],
    ['a co-founder who codes', 'software developer, would join a startup', 'secret codes and ciphers in old novels'],
    ['intro to blockchain', 'crypto engineer, happy to explain bitcoin', 'block printing on fabric'],
    ['where to forage mushrooms', 'I know which fungi in the forest are edible', 'mushroom lamps for the bedroom'],
    ['my bike makes noises', 'bicycle mechanic', 'noise music producer'],
  ])('%j is answered by %j rather than by %j', (ask, offer, other) => {
    const read = (text: string) => readText(text, wordVectors())
    expect(matchTexts(read(ask), read(offer))).toBeGreaterThan(matchTexts(read(ask), read(other)))
  })
})

test.each([
  ['missing', undefined],
  ['broken', 'SWV1 and nothing else'],
])('a table that is %s leaves matching by words, and one line in the log', (_, content) => {
  const warn = vi.spyOn(logger, 'warn').mockImplementation(() => undefined)
  const file = path.join(folder, 'table.bin')
  if (content !== undefined) writeFileSync(file, content)
  expect(loadWordVectors(file)).toBeNull()
  expect(warn).toHaveBeenCalledTimes(1)
})
