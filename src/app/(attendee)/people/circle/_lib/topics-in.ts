/** What the interest picker's form says: slugs of ticked interests, and words that were typed. */
export function topicsIn(form: FormData): string[] {
  return [...form.getAll('interest'), ...form.getAll('word')].filter((value) => typeof value === 'string' && value.trim() !== '').map(String)
}
