import Papa from 'papaparse'
import { slugOf } from '@/domain/slug'
import { textOf } from '@/text/translator'
import { listRsvps } from './list-rsvps'

/**
 * What a spreadsheet would take for a formula, or run: a quote is set before it (OWASP, CSV injection). Wider than
 * the library's own pattern, which misses texts of several lines, leading spaces and full-width signs.
 */
const FORMULA = /^\s*[=+\-@＝＋－＠]|^[\t\r\n]/u

/** Marks the file as UTF-8 for spreadsheets that would guess otherwise. */
const BYTE_ORDER_MARK = '\uFEFF'

/**
 * The list as a file for a spreadsheet, named by the event and its day. It has names and no addresses, as
 * the page has.
 * @throws DomainError NOT_FOUND
 */
export async function exportRsvps(...given: Parameters<typeof listRsvps>) {
  const list = await listRsvps(...given)
  const t = textOf(given[1].locale, 'rsvps')
  const rows = [...list.going, ...list.waiting, ...list.cancelled].map((one) => [
    one.name,
    t(`states.${one.state}`),
    'place' in one ? one.place : '',
    one.plusOnes,
    one.saidAt.toISOString(),
  ])
  const fields = [t('name'), t('state'), t('place'), t('plusOnes'), t('saidAt')]
  const day = new Intl.DateTimeFormat('en-CA', { timeZone: list.timeZone, dateStyle: 'short' }).format(list.startsAt)
  return {
    fileName: `${slugOf(list.name, 'event')}-${day}.csv`,
    text: BYTE_ORDER_MARK + Papa.unparse({ fields, data: rows }, { escapeFormulae: FORMULA }),
  }
}
