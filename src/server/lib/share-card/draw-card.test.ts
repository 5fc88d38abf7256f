import { Socket } from 'node:net'
import fc from 'fast-check'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { cardVersion } from './card-facts'
import { drawable } from './drawable'
import { drawCard } from './draw-card'

const FACTS = { community: 'Harbour Circle', name: 'Harbour Thursdays', when: 'Thursday, November 26', where: 'The Harbour Hall', stamp: '' }

afterEach(() => {
  vi.restoreAllMocks()
})

describe('the picture for sharing', () => {
  it('asks nobody for anything, whatever script or emoji the texts are in', async () => {
    const fetched = vi.spyOn(globalThis, 'fetch')
    const connected = vi.spyOn(Socket.prototype, 'connect')
    const hostile = ['لقاء الخميس', '木曜の集い', '🎉👩‍👩‍👧🏴󠁧󠁢󠁥󠁮󠁧󠁿 Party', 'ქართული', '<img src="https://example.org/x.png">', '\u0000\u202e\uffff', 'x'.repeat(120)]
    for (const name of hostile) {
      const png = await drawCard({ community: name, name, when: name, where: name, stamp: name })
      expect(Buffer.from(png.subarray(1, 4)).toString()).toBe('PNG')
    }
    expect(fetched).not.toHaveBeenCalled()
    expect(connected).not.toHaveBeenCalled()
  })

  it('is drawn once for the same facts', async () => {
    expect(await drawCard(FACTS)).toBe(await drawCard({ ...FACTS }))
  })

  it('has another version for every fact that differs', () => {
    const versions = Object.keys(FACTS).map((key) => cardVersion({ ...FACTS, [key]: 'another' }))
    expect(new Set([...versions, cardVersion(FACTS)]).size).toBe(versions.length + 1)
  })
})

describe('what a picture can show', () => {
  it.each([
    ['Łódź Gathering – “Größe” № 5', 'Łódź Gathering – “Größe” 5'],
    ['Party 🎉 tonight', 'Party tonight'],
    ['5:00 – 8:00\u202fPM', '5:00 – 8:00 PM'],
    ['Tokyo 木曜', ''],
    ['مرحبا', ''],
    ['🎉', ''],
  ])('of %j is %j', (text, shown) => {
    expect(drawable(text)).toBe(shown)
  })

  it('never holds half a name: every letter and digit, or nothing', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const lettersOf = (of: string) => (of.normalize('NFC').match(/[\p{L}\p{N}]/gu) ?? []).join('')
        expect(['', lettersOf(text)]).toContain(lettersOf(drawable(text)))
      }),
    )
  })
})
