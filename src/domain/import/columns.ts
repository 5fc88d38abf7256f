import { z } from 'zod'
import { foldName } from '../check-in/name-search'

/** What a column of a table can be; NONE is left out. */
export const TARGETS = [
  'NONE', 'NAME', 'FIRST_NAME', 'MIDDLE_NAME', 'LAST_NAME', 'ORGANIZATION', 'TITLE', 'EMAIL', 'PHONE', 'URL', 'ADDRESS',
  'NOTE', 'BIRTHDAY', 'TAGS', 'CONNECTED_ON',
] as const
export const target = z.enum(TARGETS)
export type Target = z.infer<typeof target>

/** A column, by what stands at its head. */
export interface Column {
  readonly header: string
  readonly target: Target
  /** What its values are called: 'work', 'home'. */
  readonly label: string
  /** Where the label of each of its values stands, as an index; Google's files have such columns. */
  readonly labelAt: number | null
}

/** A heading as it is compared: its words, folded, without numbers. */
const words = (header: string) => (foldName(header.slice(0, 200)).match(/\p{L}+/gu) ?? []).join(' ')

/** Whole headings, in the languages whose address books write them; then what they contain. */
const KNOWN: readonly (readonly [Target, RegExp])[] = [
  ['NONE', /phonetic|yomi|type$|photo|suffix|prefix|initials|assistant|manager|spouse|children|gender|account|hobby|location|language|keyword|sensitivity|priority|billing/u],
  ['FIRST_NAME', /^(?:first|given|fore) ?name$|^vorname$|^prenom$|^nombre de pila$|^nome proprio$/u],
  ['MIDDLE_NAME', /^(?:middle|additional) ?name$|^weitere vornamen$|^second prenom$|^segundo nombre$/u],
  ['LAST_NAME', /^(?:last|family|sur) ?name$|^nachname$|^familienname$|^nom de famille$|^apellidos?$|^cognome$/u],
  ['NAME', /^(?:full |display |contact |file )?name$|^contact$|^person$|^nom(?: complet)?$|^nombre(?: completo)?$|^anzeigename$|^voller name$|^nome$/u],
  ['BIRTHDAY', /birthday|date of birth|birth date|geburtstag|geburtsdatum|anniversaire|naissance|cumpleanos|compleanno/u],
  ['CONNECTED_ON', /^connected on$/u],
  ['EMAIL', /e ?mail|^mails?$|^mail ?(?:address|adresse|adr)|^courriel$|^correo/u],
  ['PHONE', /phone|mobil|movil|^natel$|^celular$|^cell|telefon|handy|^tel$|telephone|fax|portable|pager/u],
  ['URL', /^url$|web ?(?:site|page|address|adresse)?$|^profile|linkedin|homepage|site web|sitio web|^blog$/u],
  ['ORGANIZATION', /^company|organi[sz]ation(?: name)?$|^organisme$|^organizacion$|^firm(?:a|enname)$|^unternehmen$|^societe$|^entreprise$|^empresa$|^employer$|^azienda$/u],
  ['TITLE', /job ?title|^title$|^position$|^role$|organi[sz]ation title|^beruf$|^titel$|^what they do$|^fonction$|^poste$|^cargo$/u],
  ['TAGS', /^tags?$|categor|kategorie|^labels?$|^groups?(?: membership)?$|gruppen?$/u],
  ['NOTE', /^notes?$|^comments?$|^bemerkung|^notizen?$|^anmerkung|^remarques?$|^notas?$|^about$/u],
  ['ADDRESS', /address|street|^city$|city$|postal code|zip|^state$|country|strasse|^ort$|^plz$|^postleitzahl$|^land$|^adresse$|^rue$|^ville$|^direccion$|region$|po box/u],
]

const LABELS: readonly (readonly [string, RegExp])[] = [
  ['work', /business|work|company|geschaftlich|dienstlich|professionnel/u],
  ['home', /home|private?|privat|personal|personnel/u],
  ['mobile', /mobile|cell|handy|portable/u],
]

/** What the columns are, as their headings say: a first guess, for the one who brings the file to put right. */
export function guessColumns(header: readonly string[]): Column[] {
  const columns = header.map((text): Column => {
    const said = words(text)
    const found = KNOWN.find(([, pattern]) => pattern.test(said))?.[0] ?? 'NONE'
    const fax = said.includes('fax') ? ' fax' : ''
    const label = (LABELS.find(([, pattern]) => pattern.test(said))?.[0] ?? '') + fax
    return { header: text, target: said === '' ? 'NONE' : found, label: label.trim(), labelAt: null }
  })
  const has = (one: Target) => columns.some(({ target }) => target === one)
  // Beside a first name 'Name' and 'Nom' are the last one; beside a last name 'Nombre' and 'Nome' are the first.
  const halfOf = (said: string): Target => {
    if (has('FIRST_NAME') && !has('LAST_NAME') && /^(?:name|nom|nome)$/u.test(said)) return 'LAST_NAME'
    return has('LAST_NAME') && !has('FIRST_NAME') && /^nom(?:bre|e)$/u.test(said) ? 'FIRST_NAME' : 'NAME'
  }
  return columns.map((column) => (column.target === 'NAME' ? { ...column, target: halfOf(words(column.header)) } : column))
}
