/** The largest file that is read, in megabytes (2^20 bytes): address books with pictures weigh this much. */
export const FILE_MAX_MB = 20

/** The most rows of one file. */
export const FILE_MAX_ROWS = 20_000

/** Why a file cannot be used; the words stand in the catalogue. */
export const FILE_PROBLEMS = ['noFile', 'tooLarge', 'tooManyRows', 'nothingRead', 'notRead'] as const
export type FileProblem = (typeof FILE_PROBLEMS)[number]
