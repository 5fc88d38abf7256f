import { describe, expect, test } from 'vitest'
import { parseCsv } from './csv'
import { parseGroups, parseTopics, vocabularyFromFiles } from './topic-files'

describe('CSV', () => {
  test('has quotes for commas, quotes and line breaks, and any line ends', () => {
    expect(parseCsv('a,b\r\n"x, ""y""\nz",2\r\n\n,\n')).toEqual([['a', 'b'], ['x, "y"\nz', '2'], ['', '']])
    expect(parseCsv('\uFEFFa\nb')).toEqual([['a'], ['b']])
    expect(parseCsv('')).toEqual([])
    expect(() => parseCsv('a,"b')).toThrow('never closed')
  })
})

describe('files of topics and groups', () => {
  test('are read', () => {
    expect(parseTopics('topic,groups\nBees,3\n"Search, Retrieval",1\nNobody,0\n')).toEqual([
      { topic: 'Bees', count: 3 },
      { topic: 'Search, Retrieval', count: 1 },
    ])
    expect(parseGroups('Group, Topics\n1,Bees|Chess| |Go\n2,\n')).toEqual([['Bees', 'Chess', 'Go']])
  })

  test.each([
    ['topics', () => parseTopics(''), 'first row'],
    ['topics', () => parseTopics('name,number\nBees,3'), 'first row'],
    ['topics', () => parseTopics('topic,groups\n'), 'Nothing follows'],
    ['topics', () => parseTopics('topic,groups\nBees,many'), 'Row 2 has no whole number'],
    ['topics', () => parseTopics('topic,groups\nBees,1\nA,b,2'), 'Row 3 has 3 fields'],
    ['groups', () => parseGroups('group,topics\n1,|'), 'No row has a topic'],
  ])('say what is wrong with bad %s', (_, parse, sentence) => {
    expect(parse).toThrow(sentence)
  })

  test('that cannot be read are named in one sentence', async () => {
    await expect(vocabularyFromFiles({ groups: 'no/such/file.csv' })).rejects.toThrow(
      'The file of --groups cannot be read (ENOENT): no/such/file.csv',
    )
  })

  test('left out altogether give no vocabulary', async () => {
    expect(await vocabularyFromFiles({})).toBeUndefined()
  })
})
