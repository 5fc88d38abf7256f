import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldKey } from '../contact/field-key'
import { importCard, type ImportCard } from './card'
import { guessColumns } from './columns'
import { birthdayOf } from './dates'
import { decodeBytes } from './decode-bytes'
import { planImport, type Existing } from './plan-import'
import { readFile } from './read-file'
import { readTableRow } from './table-card'
import { writeVcard } from './write-vcard'

function rowsOf(text: string | Uint8Array) {
  const file = readFile(decodeBytes(typeof text === 'string' ? new TextEncoder().encode(text) : text), 5_000)
  return file.format === 'CSV' ? file.rows.map((row) => readTableRow(row, file.columns)) : file.rows
}
const cards = (text: string | Uint8Array) => rowsOf(text).flatMap((row) => ('card' in row ? [row.card] : []))

describe('vCards', () => {
  it.each([
    ['2.1: bare types, quoted-printable with soft breaks and a charset', 'VERSION:2.1\r\nN;CHARSET=ISO-8859-1;ENCODING=QUOTED-PRINTABLE:M=FCller;J=F6=\r\nrg;;;\r\nTEL;CELL;PREF:+49 170 1', { name: 'Jörg Müller', fields: [{ kind: 'PHONE', label: 'mobile' }] }],
    ['3.0: folded lines, a group with its label, a birthday of 1604', 'VERSION:3.0\r\nFN:Ada Love\r\n lace\r\nitem1.URL:https\\://x.org/a\r\nitem1.X-ABLabel:_$!<HomePage>!$_\r\nBDAY;X-APPLE-OMIT-YEAR=1604:1604-12-10', { name: 'Ada Lovelace', birthday: '--12-10', fields: [{ value: 'https://x.org/a', label: 'homepage' }] }],
    ['4.0: a birthday without a year, a number with an extension', 'VERSION:4.0\nFN:Ada\nBDAY:--0612\nTEL;VALUE=uri;TYPE="work,voice":tel:+1-555-1;ext=2', { birthday: '--06-12', fields: [{ value: '+1-555-1 ext. 2', label: 'work' }] }],
    ['with a picture that was not folded', 'VERSION:2.1\nFN:Ada\nPHOTO;ENCODING=BASE64;JPEG:/9j/4AAQ\nSkZJRgABAQ\n\nTITLE:Countess', { name: 'Ada', title: 'Countess' }],
  ])('%s', (_what, inside, card) => {
    expect(cards(`BEGIN:VCARD\n${inside}\nEND:VCARD\n`)).toMatchObject([card])
  })

  it('of several people are several, and one within another is none', () => {
    const nested = 'BEGIN:VCARD\nFN:Ada\nAGENT:\nBEGIN:VCARD\nFN:Secretary\nEND:VCARD\nTITLE:Countess\nEND:VCARD\nBEGIN:VCARD\nFN:Grace\n'
    expect(cards(nested)).toMatchObject([{ name: 'Ada', title: 'Countess' }, { name: 'Grace' }])
  })

  it('written here are read here as they were', () => {
    const line = fc.stringMatching(/^[A-Za-zäßØ,;:\\'"=é]{1,30}$/u)
    const card = fc.record({
      name: line.filter((text) => /\p{L}/u.test(text)),
      organization: fc.oneof(fc.constant(''), line),
      title: fc.oneof(fc.constant(''), line),
      about: fc.constantFrom('', 'one\ntwo', 'x'.repeat(300), 'a, b; c\\n'),
      birthday: fc.constantFrom(null, '--02-29', '1815-12-10'),
      tags: fc.uniqueArray(fc.constantFrom('bees', 'chess, fast', 'a;b')),
      fields: fc.uniqueArray(
        fc.oneof(
          fc.record({ kind: fc.constant('EMAIL' as const), label: fc.constantFrom('', 'work', 'own; label'), value: fc.constantFrom('a@x.org', 'b@x.org') }),
          fc.record({ kind: fc.constant('PHONE' as const), label: fc.constantFrom('', 'mobile', 'work fax'), value: fc.constantFrom('+49 1', '22') }),
          fc.record({ kind: fc.constant('ADDRESS' as const), label: fc.constantFrom('', 'home'), value: fc.constantFrom('Street 5, Town') }),
        ),
        { selector: ({ kind, value }) => kind + value },
      ),
    })
    fc.assert(
      fc.property(fc.array(card, { minLength: 1, maxLength: 4 }), (all) => {
        expect(cards(all.map((one) => writeVcard(one, 'con_1')).join(''))).toEqual(all.map((one) => ({ ...one, connectedOn: null })))
      }),
      { numRuns: 60 },
    )
  })
})

describe('tables', () => {
  it('of LinkedIn: notes above, a mark, dates, most addresses missing', () => {
    const file = '\uFEFFNotes:\n"When exporting, some ""emails"" may be missing."\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nAda,Lovelace,https://www.linkedin.com/in/ada,,Engines,Analyst,12 Mar 2024\n,,,,,,\n'
    expect(rowsOf(file)).toMatchObject([{ line: 5, card: { name: 'Ada Lovelace', connectedOn: '2024-03-12', fields: [{ kind: 'URL', label: 'linkedin' }] } }])
  })

  it.each([
    ['old', 'Name,Given Name,Family Name,Group Membership,E-mail 1 - Type,E-mail 1 - Value\nAda L,Ada,L,* myContacts ::: Friends,* Work,a@x.org ::: b@x.org'],
    ['new', 'First Name,Last Name,Labels,E-mail 1 - Label,E-mail 1 - Value\nAda,L,Friends ::: * myContacts,* Work,a@x.org ::: b@x.org'],
  ])('of Google, the %s kind', (_kind, file) => {
    expect(cards(file)).toMatchObject([{ name: 'Ada L', tags: ['friends'], fields: [{ label: 'work', value: 'a@x.org' }, { label: 'work', value: 'b@x.org' }] }])
  })

  it.each(['Nachname;Vorname;E-Mail-Adresse\nMüller;Jörg;j@x.org\n', 'Vorname\tNachname\tEmail\nJörg\tMüller\tj@x.org\n'])('in any delimiter, order and encoding', (text) => {
    const wide = Buffer.from(`\uFEFF${text}`, 'utf16le')
    for (const bytes of [Buffer.from(text), wide, wide.subarray(2), Buffer.from(text, 'latin1')]) {
      expect(cards(new Uint8Array(bytes))).toMatchObject([{ name: 'Jörg Müller', fields: [{ value: 'j@x.org' }] }])
    }
  })
})

describe('birthdays', () => {
  it.each([
    ['1996-04-15', '1996-04-15'], ['19960415', '1996-04-15'], ['--0612', '--06-12'], ['1604-02-29', '--02-29'], ['15.4.1996', '1996-04-15'],
    ['4/15/1996', '1996-04-15'], ['4/5/1996', null], ['1996-02-30', null], ['0/0/00', null], ['12 Mar 2024', '2024-03-12'], ['', null],
  ])('%j is %j', (text, date) => {
    expect(birthdayOf(text)).toBe(date)
  })
})

describe('anything at all', () => {
  const lines = fc.constantFrom('BEGIN:VCARD', 'END:VCARD', 'AGENT:', 'FN:=cmd|x', 'FN;ENCODING=QUOTED-PRINTABLE:=C3=', '=', ' fold', 'N:;;;;', 'a,"b', '"', ',,,', 'Name,Email', 'sep=;', 'X;"a:b', 'FN:\u202Eevil\u0000<b>', 'TEL;;;:1', ':', ';')
  it('is read without a fault, and what comes of it fits the columns', () => {
    const bytes = fc.oneof(fc.uint8Array({ maxLength: 400 }), fc.array(lines, { maxLength: 40 }).map((all) => new TextEncoder().encode(all.join('\n'))))
    fc.assert(
      fc.property(bytes, (file) => {
        for (const card of cards(file)) {
          importCard.parse(card)
          expect(Array.from(card.name).length).toBeLessThanOrEqual(200)
          expect(card.name + card.about).not.toMatch(/[\0\u202A-\u202E\u2066-\u2069]/u)
          for (const { value } of card.fields) expect(value).not.toMatch(/^javascript:/iu)
        }
      }),
      { numRuns: 200 },
    )
  })

  // Work that grew with the square of these would not end within a test.
  const many = (text: string) => text.repeat(Math.floor(1_000_000 / text.length))
  const vcard = (line: string) => `BEGIN:VCARD\nFN:Ada\n${line}\nEND:VCARD`
  it.each([
    ['commas of an address', vcard(`ADR:;;${many(',')}x`)],
    ['blanks of an address', vcard(`ADR:;;a${many(' ')}x`)],
    ['parts of an address', vcard(`ADR:${many(';')}x`)],
    ['parameters', vcard(`TEL${many(';TYPE=a')}:1`)],
    ['values of one parameter', vcard(`TEL;TYPE="${many('a,')}":1`)],
    ['quotes', vcard(`TEL;X=${many('"')}:1`)],
    ['folds', vcard(`NOTE:${many('\n x')}`)],
    ['soft breaks', vcard(`NOTE;ENCODING=QUOTED-PRINTABLE:${many('=\n')}`)],
    ['escapes', vcard(`NOTE:${many('\\')}`)],
    ['tags', vcard(`CATEGORIES:${many('a,')}`)],
    ['signs of a birthday', vcard(`BDAY:${many('1 ')}`)],
    ['properties', vcard(many('TEL:1\n'))],
    ['cards that are never closed', vcard(many('BEGIN:VCARD\n'))],
    ['blanks of a cell', `Name,Email,Tags,Address,Birthday\nAda,a${many(' ')}b,c${many(' ')}d,e${many(' ')}f,1${many(' ')}2\n`],
    ['blanks of a cell of Google', `First Name,Labels,E-mail 1 - Label,E-mail 1 - Value,Address 1 - Formatted\nAda,x${many(' ')}y,,a${many(' ')}b,e${many(' ')}f\n`],
    ['empty cells', `Name,Email\nAda,a@x.org${many(',')}\n`],
  ])('of a million %s is read', (_what, text) => {
    expect(cards(text).map(({ name }) => name)).toContain('Ada')
  })

  it('of a megabyte in one name is cut', () => {
    expect(cards(`BEGIN:VCARD\nFN:${'a'.repeat(1_000_000)}\nEND:VCARD`)[0]?.name).toHaveLength(200)
  })
})

describe('importing again', () => {
  const card: fc.Arbitrary<ImportCard> = fc.record({
    name: fc.constantFrom('Ada', 'ada', 'Grace', 'Ada L'),
    organization: fc.constantFrom('', 'X', 'Y'),
    title: fc.constantFrom('', 'T', 'U'),
    about: fc.constantFrom('', 'n', 'm', 'z'.repeat(3_000)),
    birthday: fc.constantFrom(null, '--12-10', '1815-12-10', '1900-01-01'),
    tags: fc.uniqueArray(fc.constantFrom('a', 'b')),
    fields: fc.array(fc.constantFrom('1@x.org', '2@x.org').map((value) => ({ kind: 'EMAIL' as const, label: '', value })), { maxLength: 2 }),
    connectedOn: fc.constant(null),
  })
  it('changes nothing', () => {
    fc.assert(
      fc.property(fc.array(card, { maxLength: 8 }), fc.array(card, { maxLength: 3 }), (file, had) => {
        const rows = file.map((one, at) => ({ line: at + 1, card: one }))
        const before: Existing[] = had.map(({ fields, ...words }, at) => ({ ...words, id: String(at), fields: fields.map(({ kind, value }) => ({ kind, key: fieldKey(kind, value) })) }))
        const { people } = planImport(rows, before, { preferFile: false })
        const fresh = people.map(({ contactId, words, keys }, at): Existing => ({
          ...words,
          id: contactId ?? `new ${String(at)}`,
          fields: [...keys].map((key) => ({ kind: 'EMAIL', key: key.replace('EMAIL ', '') })),
        }))
        const after = [...before.filter(({ id }) => !fresh.some((one) => one.id === id)), ...fresh]
        const again = planImport(rows, after, { preferFile: false }).rows
        expect(again.filter(({ decision, changes }) => decision === 'ADD' || decision === 'UPDATE' || changes.length > 0)).toEqual([])
      }),
      { numRuns: 300 },
    )
  })
})

describe('files made to be slow', () => {
  it('of more rows or columns than are read are not kept whole, and no cell is cut inside a character', () => {
    const file = readFile(`Name,Email${',x'.repeat(1_000)}\n${`a${'😀'.repeat(4_000)},b\n`.repeat(20)}`, 10)
    if (file.format !== 'CSV') throw new Error(file.format)
    expect(file.rows).toHaveLength(10)
    expect(file.columns).toHaveLength(200)
    const [cell = ''] = file.rows[0]?.cells ?? []
    expect(cell).toBe(`a${'😀'.repeat(2_499)}`)
  })

  it('of rows about one person without end give them no more ways to be reached than anybody has', () => {
    const rows = Array.from({ length: 500 }, (_, at) => `Ada,ada@x.org,${String(at)}@x.org`).join('\n')
    const file = `Name,Email 1,Email 2\n${rows}\n`
    const { people } = planImport(rowsOf(file), [], { preferFile: false })
    expect(people).toHaveLength(1)
    expect(people[0]?.keys.size).toBe(400)
  })

  it('keep apart those who share all their numbers under other names', () => {
    const numbers = Array.from({ length: 40 }, (_, at) => ({ kind: 'PHONE' as const, label: '', value: `+49 30 ${String(at)}` }))
    const card = { organization: '', title: '', about: '', birthday: null, tags: [], fields: numbers, connectedOn: null }
    const rows = Array.from({ length: 300 }, (_, at) => ({ line: at + 1, card: { ...card, name: `P ${String(at % 150)}` } }))
    expect(planImport(rows, [], { preferFile: false }).people).toHaveLength(150)
  })
})

it.each([
  [['Vorname', 'Name', 'Mail', 'Handy', 'Firma'], ['FIRST_NAME', 'LAST_NAME', 'EMAIL', 'PHONE', 'ORGANIZATION']],
  [['Prénom', 'Nom', 'Courriel', 'Téléphone', 'Société'], ['FIRST_NAME', 'LAST_NAME', 'EMAIL', 'PHONE', 'ORGANIZATION']],
  [['Nombre', 'Apellidos', 'Correo electrónico', 'Móvil', 'Empresa'], ['FIRST_NAME', 'LAST_NAME', 'EMAIL', 'PHONE', 'ORGANIZATION']],
  [['Name', 'E-Mail-Adresse', 'Mobil', 'Geburtstag'], ['NAME', 'EMAIL', 'PHONE', 'BIRTHDAY']],
])('knows what %j are', (header, targets) => {
  expect(guessColumns(header).map(({ target }) => target)).toEqual(targets)
})
