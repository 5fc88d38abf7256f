import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readUpload } from '@/server/services/import/read-upload'
import { runImport } from '@/server/services/import/run-import'
import { showImport } from '@/server/services/import/show-import'
import { startImport } from '@/server/services/import/start-import'
import { NOW } from '../factories/moment'
import { buildUser } from '../factories/user'
import { testDb } from '../setup/integration'

const db = testDb()

const FILES = [
  'BEGIN:VCARD\r\nVERSION:2.1\r\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=\r\n=B6rg;;;\r\nTEL;CELL;PREF:+49 170 1\r\nEND:VCARD\r\n',
  'BEGIN:VCARD\nVERSION:3.0\nFN:Ada Love\n lace\nitem1.URL:https\\://x.org/a\nitem1.X-ABLabel:_$!<HomePage>!$_\nBDAY:1604-12-10\nADR;TYPE=HOME:;;Street 5;Town;;1;Land\nEND:VCARD\n',
  'BEGIN:VCARD\nVERSION:4.0\nFN:Grace\nBDAY:--0612\nTEL;VALUE=uri;TYPE="work,voice":tel:+1-555-1;ext=2\nNOTE:a\\nb\\, c\nCATEGORIES:bees,chess\nEND:VCARD\n',
  '\uFEFFNotes:\n"Some ""emails"" are missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Lovelace,https://www.linkedin.com/in/ada,,Engines,Analyst,12 Mar 2024\n',
  'First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value\nAda,L,Friends ::: * myContacts,* Work,a@x.org ::: b@x.org\n',
  'Name;E-Mail;Telefon\n"Müller; Jörg";j@x.org;+49 1\nNoa;n@x.org;\n',
].map((text) => new TextEncoder().encode(text))

/** Bytes put in, taken out, doubled or turned anywhere in a file that is right. */
const mutated = fc
  .tuple(
    fc.constantFrom(...FILES),
    fc.array(
      fc.record({
        at: fc.nat(400),
        length: fc.nat(30),
        bytes: fc.oneof(fc.uint8Array({ maxLength: 6 }), fc.constantFrom('\n', '"', ':', ';', '=\n', '\n ', 'END:VCARD\n', '\0', '\uD800', '\u202E', ',,,,').map((text) => new TextEncoder().encode(text))),
        twice: fc.boolean(),
      }),
      { minLength: 1, maxLength: 5 },
    ),
  )
  .map(([file, changes]) =>
    changes.reduce<Uint8Array<ArrayBuffer>>((bytes, { at, length, bytes: put, twice }) => {
      const parts = [bytes.subarray(0, at), put, bytes.subarray(twice ? at : at + length)]
      return Uint8Array.from(parts.flatMap((part) => [...part]))
    }, Uint8Array.from(file)),
  )

it('any file that is nearly right is refused whole or comes in whole, and the same again changes nothing', async () => {
  await fc.assert(
    fc.asyncProperty(mutated, async (bytes) => {
      // A list of its own each: in one that holds several of one name, a row that is a name alone is nobody's for sure.
      const owner = await buildUser(db)
      const bring = async () => {
        const read = await readUpload(db, { ownerId: owner.id, file: new Blob([bytes]), fileName: 'x', now: NOW, locale: 'en' })
        if ('problem' in read) return null
        await startImport(db, { ...read, ownerId: owner.id, now: NOW, locale: 'en' })
        await runImport(db, { runId: read.runId, now: NOW })
        const run = await showImport(db, { ...read, ownerId: owner.id, decision: null, page: 1 })
        expect(run).toMatchObject({ state: 'DONE', done: run.rows })
        return run
      }
      const before = await db.contact.count()
      const first = await bring()
      expect(await db.contact.count()).toBe(before + (first?.counts.ADD ?? 0))
      const again = await bring()
      expect(again?.counts ?? {}).toMatchObject(again ? { ADD: 0, UPDATE: 0 } : {})
    }),
    { numRuns: 200, examples: [[new TextEncoder().encode('First Name,Last Name,URL\nAda,Lovelace,https://www.\nlinkedin.com/in/ada,,Engines\n')]] },
  )
}, 120_000)
