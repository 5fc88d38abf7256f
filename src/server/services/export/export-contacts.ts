import Papa from 'papaparse'
import { writeVcard } from '@/domain/import/write-vcard'
import type { Db } from '@/server/db/client'
import { contactsOf } from '@/server/db/scopes'
import { BYTE_ORDER_MARK, FORMULA } from '@/server/lib/spreadsheet'
import { textOf, type Locale } from '@/text/translator'

const CARD = {
  id: true, name: true, organization: true, title: true, about: true, birthday: true, tags: true,
  fields: { orderBy: { id: 'asc' }, select: { kind: true, label: true, value: true } },
} as const

const contactsFor = (db: Db, ownerId: string) =>
  db.contact.findMany({ where: contactsOf(ownerId), orderBy: [{ name: 'asc' }, { id: 'asc' }], select: CARD })

/** All of one's own entries as vCard 4; what their owner wrote of them only if it is wanted. */
export async function exportVcards(db: Db, { ownerId, notes }: { readonly ownerId: string; readonly notes: boolean }) {
  const contacts = await contactsFor(db, ownerId)
  return { text: contacts.map(({ id, about, ...card }) => writeVcard({ ...card, about: notes ? about : '' }, id)).join('') }
}

/** All of one's own entries as a table; several values of a kind stand below each other in one cell. */
export async function exportTable(db: Db, { ownerId, locale }: { readonly ownerId: string; readonly locale: Locale }) {
  const t = textOf(locale, 'imports')
  const contacts = await contactsFor(db, ownerId)
  const of = (fields: (typeof contacts)[number]['fields'], wanted: string) =>
    fields.filter(({ kind }) => kind === wanted).map(({ value }) => value).join('\n')
  const data = contacts.map(({ name, organization, title, birthday, tags, about, fields }) => [
    name, organization, title, of(fields, 'EMAIL'), of(fields, 'PHONE'), of(fields, 'URL'), of(fields, 'ADDRESS'), birthday ?? '', tags.join(', '), about,
  ])
  const targets = ['NAME', 'ORGANIZATION', 'TITLE', 'EMAIL', 'PHONE', 'URL', 'ADDRESS', 'BIRTHDAY', 'TAGS', 'NOTE'] as const
  const fields = targets.map((target) => t(`targets.${target}`))
  return { text: BYTE_ORDER_MARK + Papa.unparse({ fields, data }, { escapeFormulae: FORMULA }) }
}
