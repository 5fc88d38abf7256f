import type { Db } from '@/server/db/client'
import { newId } from '@/server/lib/tokens'
import { fieldKey, type FieldKind } from './field-key'

/** A way to reach a contact, as it was typed, read or shared. */
export interface FieldToPut {
  readonly kind: FieldKind
  readonly value: string
  /** 'work', 'home' or what else it is called; at most 60 characters. */
  readonly label?: string
  /** The member who shared it; left out: the owner's own. */
  readonly sharedById?: string | null
}

interface Fields {
  /** Whose scope has been checked by the caller. */
  readonly contactId: string
  readonly fields: readonly FieldToPut[]
  readonly now: Date
}

/** The rows that these fields make, each key once; what says nothing makes none. Values: at most 500 characters. */
export function fieldRows({ contactId, fields, now }: Fields) {
  const rows = fields.map(({ kind, value, label = '', sharedById = null }) => ({
    id: newId('contactField'),
    contactId,
    kind,
    label,
    value,
    key: fieldKey(kind, value),
    sharedById,
    createdAt: now,
  }))
  return rows.filter((row, at) => row.key !== '' && rows.findIndex(({ kind, key }) => kind === row.kind && key === row.key) === at)
}

/**
 * Writes rows of {@link fieldRows} in one statement, however many contacts they are of: a file brings tens of thousands.
 * What a contact has already, by its key, stays as it is.
 * @returns how many are new.
 */
export function insertFields(tx: Db, rows: readonly ReturnType<typeof fieldRows>[number][]): Promise<number> {
  return tx.$executeRaw`
    INSERT INTO contact_field (id, "contactId", kind, label, value, key, "sharedById", "createdAt")
    SELECT f.id, f."contactId", f.kind::"ContactFieldKind", f.label, f.value, f.key, f."sharedById", f."createdAt"
    FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb)
      AS f(id text, "contactId" text, kind text, label text, value text, key text, "sharedById" text, "createdAt" timestamptz)
    ON CONFLICT DO NOTHING`
}

/** Adds fields to a contact; those it has already, by their keys, stay as they are. @returns how many are new. */
export function putFields(tx: Db, given: Fields): Promise<number> {
  return insertFields(tx, fieldRows(given))
}

/**
 * Makes these the contact's fields: others go, those it has by their keys keep who shared them and get the label
 * and the way of writing that is given.
 */
export async function replaceFields(tx: Db, given: Fields): Promise<void> {
  const { contactId } = given
  const rows = fieldRows(given)
  await tx.contactField.deleteMany({ where: { contactId, NOT: { OR: rows.map(({ kind, key }) => ({ kind, key })) } } })
  for (const { kind, key, label, value } of rows) {
    await tx.contactField.updateMany({ where: { contactId, kind, key }, data: { label, value } })
  }
  await insertFields(tx, rows)
}
