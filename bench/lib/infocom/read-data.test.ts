import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readConference } from './read-data'

const PEOPLE = JSON.stringify([
  { id: 1, topics: ['a', 'b'], languages: ['en'], affiliation: ['x'], city: ['x'], studies: [] },
  { id: 2, topics: ['b', 'b'] },
  { id: 3, topics: [], languages: [], affiliation: [], city: [], studies: [] },
])
const CONTACTS = 'a,b,contacts,seconds\r\n1,2,3,40.5\r\n2,1,1,2\r\n1,3,1,7\r\n'

let directory = ''

beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'conference-'))
})

afterEach(() => rm(directory, { recursive: true }))

async function readFiles(people: string, contacts: string) {
  await writeFile(path.join(directory, 'people.json'), people)
  await writeFile(path.join(directory, 'contacts.csv'), contacts)
  return readConference(directory)
}

test('those who named a topic are read, each code once, and seconds count both ways', async () => {
  const { people, secondsTogether } = await readFiles(PEOPLE, CONTACTS)
  expect(people.map(({ id, topics }) => [id, topics])).toEqual([
    ['1', ['a', 'b']],
    ['2', ['b']],
  ])
  expect([secondsTogether('1', '2'), secondsTogether('2', '1'), secondsTogether('2', '3')]).toEqual([42.5, 42.5, 0])
})

describe('a fault is one sentence', () => {
  test.each([
    ['people.json is no JSON', '[{', CONTACTS],
    ['people.json is not a list', '{}', CONTACTS],
    ['people.json is not a list of forms at 0.topics', '[{"id":1,"topics":"a"}]', CONTACTS],
    ['has an id twice', PEOPLE.replace('"id":2', '"id":1'), CONTACTS],
    ['fewer than two people', '[]', CONTACTS],
    ['line 2', PEOPLE, 'a,b,contacts\n1,2,3'],
    ['line 3', PEOPLE, 'a,b,seconds\n1,2,3\n1,2,many'],
    ['line 2', PEOPLE, 'a,b,seconds\n1,2,'],
    ['no contacts', PEOPLE, 'a,b,seconds\n'],
  ])('%s', async (sentence, people, contacts) => {
    await expect(readFiles(people, contacts)).rejects.toThrow(sentence)
  })

  test('a directory that is not there', async () => {
    await expect(readConference(path.join(directory, 'nowhere'))).rejects.toThrow('cannot be read (ENOENT)')
  })
})
