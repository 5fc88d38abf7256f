import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { forOperator } from './for-operator'
import { renderMail } from './render-mail'
import { TEMPLATES } from './templates'

/** Props in which every text and every address holds the path of its field as a marker. */
function marked(schema: z.core.$ZodType, path: string): unknown {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return marked(schema.unwrap(), path)
  if (schema instanceof z.ZodObject) {
    const parts: Readonly<Record<string, z.core.$ZodType>> = schema.shape
    return Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, marked(part, `${path}.${key}`)]))
  }
  if (schema instanceof z.ZodArray) return [marked(schema.element, path)]
  if (schema instanceof z.ZodEnum) return schema.options[0]
  if (schema instanceof z.ZodNumber) return 3
  if (schema instanceof z.ZodBoolean) return true
  if (schema instanceof z.ZodURL) return `https://meet.example.org/marker${path}`
  return path === '.code' ? '123456' : `marker${path}`
}

/** All that the operator reads of each kind of mail: a new field is added here on purpose, or stays hidden. */
const READ: Record<keyof typeof TEMPLATES, string[]> = {
  SIGN_IN: [],
  MORNING_AFTER: ['.communityName', '.eveningUrl', '.eventName', '.name', '.postalAddress', '.takeawayUrl'],
  REMINDER: ['.communityName', '.eventName', '.postalAddress', '.todayUrl'],
  DIGEST: ['.asksUrl', '.communityName', '.introductionsUrl', '.name', '.postalAddress', '.settingsUrl', '.todayUrl'],
  EVENT: ['.calendarUrl', '.changes.now', '.changes.was', '.communityName', '.confirmUntil', '.eventName', '.eventUrl', '.postalAddress', '.when', '.where'],
  INTRODUCTION: ['.communityName', '.details.label', '.gave.label', '.name', '.postalAddress', '.until'],
}

const KINDS = Object.keys(TEMPLATES).filter((kind): kind is keyof typeof TEMPLATES => kind in TEMPLATES)

describe('what the operator reads of a mail', () => {
  it.each(KINDS)('%s: what is marked, and nothing else', (kind) => {
    const read = JSON.stringify(forOperator(TEMPLATES[kind].props, marked(TEMPLATES[kind].props, ''), 'en'))
    expect([...new Set([...read.matchAll(/marker((?:\.\w+)+)/g)].map(([, path]) => path))].sort()).toEqual(READ[kind])
    expect(read).not.toContain('123456')
  })

  it.each(KINDS.filter((kind) => kind !== 'SIGN_IN'))('%s is still a mail in words', async (kind) => {
    const props = marked(TEMPLATES[kind].props, '')
    const { subject, html, text } = await renderMail(kind, props, 'en', 'operator')
    for (const [, path = ''] of `${subject} ${html} ${text}`.matchAll(/marker((?:\.\w+)+)/g)) expect(READ[kind]).toContain(path)
  })

  it('leaves what is empty empty, and never passes what nobody has thought of', () => {
    expect(forOperator(z.object({ note: z.string() }), { note: '' }, 'en')).toEqual({ note: '' })
    expect(() => forOperator(z.record(z.string(), z.string()), { note: 'x' }, 'en')).toThrow('nobody has said')
  })
})
