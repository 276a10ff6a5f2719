/** Ends a line, in UTF-8. */
export const newline = 10;

/** Stands between a word and its numbers. */
export const space = 32;

/** Bytes that a word may have. */
export const longestWord: number = 2 ** 16;
