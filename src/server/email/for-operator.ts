import { z } from 'zod'
import { textOf, type Locale } from '@/text/translator'

/** What stands in a mail that the operator reads too; nothing else does. */
const SHOWN = z.registry<{ readonly as: 'itself' | 'somebody' }>()

/** Marks words, or an address that does nothing, as no secret of the mail's reader. Takes a schema of its own, not a shared one. */
export const open = <Schema extends z.ZodType>(schema: Schema): Schema => {
  SHOWN.add(schema, { as: 'itself' })
  return schema
}

/** A person's name: the operator reads that it is somebody. Whom one knows is private. */
export const personName = () => {
  const schema = z.string()
  SHOWN.add(schema, { as: 'somebody' })
  return schema
}

function walk(schema: z.core.$ZodType, value: unknown, hide: (schema: z.core.$ZodType, text: string) => string): unknown {
  if (schema instanceof z.ZodNullable || schema instanceof z.ZodOptional) return walk(schema.unwrap(), value, hide)
  if (typeof value === 'number' || typeof value === 'boolean' || value === null || value === undefined) return value
  // One of the words of the product itself.
  if (schema instanceof z.ZodEnum) return value
  if (typeof value === 'string') return hide(schema, value)
  if (schema instanceof z.ZodArray && Array.isArray(value)) {
    const { element } = schema
    // Sentences that are withheld all read the same: once is enough.
    return [...new Set(value.map((one: unknown) => walk(element, one, hide)))]
  }
  if (!(schema instanceof z.ZodObject)) throw new Error('A mail holds something of which nobody has said who may read it.')
  const parts: Readonly<Record<string, z.core.$ZodType>> = schema.shape
  const fields = new Map(Object.entries(value))
  return Object.fromEntries(Object.entries(parts).map(([key, part]) => [key, walk(part, fields.get(key), hide)]))
}

/**
 * What a mail says, as the operator may read it: counts, what is marked {@link open}, and of all else only
 * that there is something. Addresses lead nowhere.
 * @throws ZodError if the props are not of this shape
 */
export function forOperator(schema: z.ZodType, props: unknown, locale: Locale): unknown {
  const t = textOf(locale, 'mail')
  let addresses = 0
  return walk(schema, schema.parse(props), (part, text) => {
    const shown = SHOWN.get(part)?.as
    if (shown === 'itself' || text === '') return text
    if (shown === 'somebody') return t('withheld.name')
    // Each its own, as those in whose place they stand.
    if (part instanceof z.ZodURL) return `${new URL(text).origin}/#withheld-${String(++addresses)}`
    return t('withheld.words')
  })
}
