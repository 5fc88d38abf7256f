/** Where the table of word vectors stands, from the project's root, which the app is always started from. */
export const WORD_VECTORS_FILE = 'data/word-vectors.bin'
