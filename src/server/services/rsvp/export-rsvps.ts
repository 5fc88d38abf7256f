import Papa from 'papaparse'
import { slugOf } from '@/domain/slug'
import { BYTE_ORDER_MARK, FORMULA } from '@/server/lib/spreadsheet'
import { textOf } from '@/text/translator'
import { listRsvps } from './list-rsvps'

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
