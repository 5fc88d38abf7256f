/** A page number in a URL: 1 for whatever is none. */
export function pageNumber(text: string | readonly string[] | undefined): number {
  const page = Number(text)
  return Number.isInteger(page) && page >= 1 && page <= 1000 ? page : 1
}
