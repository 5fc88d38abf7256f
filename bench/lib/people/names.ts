const FIRST = ['Ada', 'Bela', 'Cleo', 'Dario', 'Elif', 'Femi', 'Grace', 'Hana', 'Imre', 'Jonas', 'Kamala', 'Lin', 'Mona', 'Noor', 'Olga', 'Pita', 'Quinn', 'Rosa', 'Sami', 'Tariq'] as const
const LAST = ['Abara', 'Brandt', 'Castillo', 'Dubois', 'Eriksen', 'Fischer', 'Gupta', 'Haddad', 'Ivanova', 'Jansen', 'Kimura', 'Lopez', 'Moreau', 'Novak', 'Okafor', 'Petrov', 'Quispe', 'Rossi', 'Santos', 'Tanaka', 'Ueda', 'Varga', 'Weber'] as const
const TOPICS = ['beekeeping', 'film editing', 'sailing', 'bread', 'choir', 'chess', 'gardens', 'maps', 'radio', 'bicycles', 'pottery', 'languages', 'climbing'] as const

/** The lists as SQL arrays, for a seed that is made in the database. */
export const SQL_LISTS = {
  first: `ARRAY[${FIRST.map((word) => `'${word}'`).join(',')}]`,
  last: `ARRAY[${LAST.map((word) => `'${word}'`).join(',')}]`,
  topics: `ARRAY[${TOPICS.map((word) => `'${word}'`).join(',')}]`,
} as const

/** What is searched at the n-th look: a name, the beginning of one, a topic of the notes, and one with a typing error. */
export function searchWords(n: number): string {
  const first = FIRST[n % FIRST.length] ?? 'Ada'
  const last = LAST[n % LAST.length] ?? 'Abara'
  switch (n % 4) {
    case 0:
      return `${first} ${last}`
    case 1:
      return last.slice(0, 3)
    case 2:
      return TOPICS[n % TOPICS.length] ?? 'bread'
    default:
      return `${last.slice(0, 2)}${last.slice(3)}`
  }
}
