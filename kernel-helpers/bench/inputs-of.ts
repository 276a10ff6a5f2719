/** Input words per example: in CBOW a window of 5, shortened at random, has 6 words on average. */
export const inputsOf = { "skip-gram": 1, cbow: 6 } as const;
