const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']

/** The year that stands for none where a format has no other way to say so (Apple's address book). */
const NO_YEAR = 1604

const two = (value: number) => String(value).padStart(2, '0')

/** Whether there is such a day; of an unknown year the 29th of February is one. */
function isDay(year: number | null, month: number, day: number): boolean {
  const date = new Date(Date.UTC(year ?? 2000, month - 1, day))
  return month >= 1 && month <= 12 && day >= 1 && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
}

function put(year: number | null, month: number, day: number): string | null {
  const known = year === NO_YEAR ? null : year
  if (!isDay(known, month, day) || (known !== null && (known < 1_000 || known > 2_999))) return null
  return known === null ? `--${two(month)}-${two(day)}` : `${String(known)}-${two(month)}-${two(day)}`
}

/**
 * A birthday in the ways that address books write it: `1996-04-15`, `19960415`, `--0612`, `--06-12`, any of them with a
 * time behind it, `15.4.1996`, `15 Apr 1996`, `Apr 15, 1996`, `15 April`, and `4/15/1996` where only one reading is a date. The
 * year 1604 is none.
 * @returns `YYYY-MM-DD`, `--MM-DD` where the year is not known, or null for what is no date, or might be two.
 */
export function birthdayOf(text: string): string | null {
  const line = text.slice(0, 60).trim()
  const iso = /^(\d{4}|-)-?(\d{2})-?(\d{2})(?:[T ].*)?$/u.exec(line)
  if (iso) return put(iso[1] === '-' ? null : Number(iso[1]), Number(iso[2]), Number(iso[3]))
  const dotted = /^(\d{1,2})\.\s?(\d{1,2})\.\s?(\d{4})?$/u.exec(line)
  if (dotted) return put(dotted[3] === undefined ? null : Number(dotted[3]), Number(dotted[2]), Number(dotted[1]))
  const slashed = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/u.exec(line)
  if (slashed) {
    const [one, other, year] = [Number(slashed[1]), Number(slashed[2]), Number(slashed[3])]
    if (one !== other && one <= 12 && other <= 12) return null
    return one <= 12 ? put(year, one, other) : put(year, other, one)
  }
  return wordDate(line) ?? wordDay(line)
}

/** `15 April` or `April 15`, of no year. */
function wordDay(line: string): string | null {
  const found = /^(?:(\d{1,2})\.? )?([a-z]{3})[a-z]*\.?(?: (\d{1,2}))?$/iu.exec(line)
  const month = MONTHS.indexOf((found?.[2] ?? '').toLowerCase()) + 1
  const day = found?.[1] ?? found?.[3]
  return month === 0 || day === undefined || (found?.[1] !== undefined && found[3] !== undefined) ? null : put(null, month, Number(day))
}

/** `12 Mar 2024` or `Mar 12, 2024`, in English as LinkedIn and others write it. @returns as {@link birthdayOf}. */
export function wordDate(text: string): string | null {
  const line = text.slice(0, 60).trim()
  const found = /^(\d{1,2})[ -]([a-z]{3})[a-z]*\.?[ -](\d{4})$/iu.exec(line)
  const american = found ? null : /^([a-z]{3})[a-z]*\.? (\d{1,2}),? (\d{4})$/iu.exec(line)
  const [day, month, year] = found ? [found[1], found[2], found[3]] : [american?.[2], american?.[1], american?.[3]]
  const number = MONTHS.indexOf((month ?? '').toLowerCase()) + 1
  return number === 0 ? null : put(Number(year), number, Number(day))
}
