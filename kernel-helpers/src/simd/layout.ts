// Places in the memory that TypeScript and the assembly sources share. Both read this file, so it has constants only.

// Of the parameters of a training, in bytes from their start. Addresses and sizes are uint32.

/** Address of the input table. */
export const INPUT = 0;
/** Address of the output table. */
export const OUTPUT = 4;
/** Bytes from a row of a table to the next one. */
export const STRIDE = 8;
/** V, the number of words. */
export const WORDS = 12;
/** Words looked at on each side. */
export const WINDOW = 16;
/** K, noise words of a window; 0 with hierarchical softmax. */
export const NEGATIVE = 20;
/** A sum of the flags below. */
export const FLAGS = 24;
/** Address of the keep probabilities times 2^32, uint32 each. */
export const KEEP = 28;
/** Address of the alias table: for each cell its word's share times 2^32 and its other word, uint32 each. */
export const NOISE = 32;
/** Address of V + 1 uint32: where the path of each word begins in `NODES`. */
export const PATHS = 36;
/** Address of the nodes of all paths, uint32 each: 2 · node + label. */
export const NODES = 40;
/** Address of the ids of a round, int32 each; every sentence ends with -1. */
export const IDS = 44;
/** Address of the blocks of a round, see `BLOCK_BYTES`. */
export const BLOCKS = 48;
/** Number of blocks in the round. */
export const BLOCK_COUNT = 52;
/** The next block that no thread has taken, int32, atomic. */
export const NEXT_BLOCK = 56;
/** Not 0 when threads are to take no further block, int32, atomic. */
export const STOP = 60;
/** Bytes of a row that hold numbers, a multiple of 32; behind them it has space up to `STRIDE`. */
export const ROW_BYTES = 64;
/** Key of the random numbers, uint64. */
export const SEED = 72;
/** Tokens of the whole training, float64. */
export const TOTAL = 80;
/** Learning rate at the start, float64. */
export const ALPHA = 88;
/** Learning rate at the end, float64. */
export const MIN_ALPHA = 96;
/** H, rows of each table of which every thread has a copy of its own; 0 for none. */
export const HOT = 104;
/** The first of the H rows of the output table; those of the input table are the first ones. */
export const HOT_OUTPUT = 108;
/** After how many words a thread exchanges its copies of the most frequent rows. */
export const TURN = 112;
/** Bytes of the parameters. */
export const PARAMETER_BYTES = 128;

/** Flag: CBOW; otherwise Skip-Gram. */
export const CBOW = 1;
/** Flag: hierarchical softmax; otherwise negative sampling. */
export const HIERARCHICAL = 2;
/** Flag: CBOW's hidden layer is the sum of its input vectors instead of their mean. */
export const SUM = 4;
/** Flag: CBOW's input vectors move by the gradient of the hidden layer, undivided, as in word2vec.c. */
export const UNDIVIDED = 8;
/** Flag: the step is the scalar twin. */
export const SCALAR = 16;

/** Bytes of a block: uint32 place of its first id, 4 bytes unused, uint64 tokens before it. The last one marks the end. */
export const BLOCK_BYTES = 16;

/** Longest sentence; longer ones are divided before they come here. */
export const SENTENCE = 1000;

// Of a thread's own memory, in bytes from its start.

/** Σ of the losses since the last report, float64. */
export const LOSS = 0;
/** Examples since the last report, float64. */
export const EXAMPLES = 8;
/** Addresses of the lists and matrices of a step, uint32 each. */
export const INPUTS = 16;
/** Addresses of the N rows of the output table, uint32 each. */
export const OUTPUTS = 20;
/** Labels of the N outputs, uint32 each: 1 or 0. */
export const LABELS = 24;
/** Scores, then errors times -α, float32, shape (M, N). */
export const MATRIX = 28;
/** Addresses of the N copies of output rows, uint32 each. */
export const COPIES = 32;
/** The hidden layer and its move, two rows. */
export const HIDDEN = 36;
/** The words that subsampling kept, uint32 each. */
export const KEPT = 40;
/** The reach of the window of each of them, uint32 each. */
export const REACHES = 44;
/** The place of each of them in its sentence, uint32 each. */
export const PLACES = 48;
/**
 * Where a whole input table would begin whose first H rows are the thread's copies. Behind them lie those of the output table, and
 * then these 2 H rows as they were when they were exchanged last.
 */
export const OWN_INPUT = 52;
/** Where a whole output table would begin whose H frequent rows are the thread's copies. */
export const OWN_OUTPUT = 56;
/** Words that the thread has trained in this round, uint32. */
export const TRAINED = 60;
/** Bytes before the lists. */
export const THREAD_BYTES = 64;
