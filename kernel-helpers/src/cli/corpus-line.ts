import type { EncodedCorpus } from "../vocabulary/index.ts";

/** What a training learns from. */
export interface CorpusNumbers {
  readonly corpus: Pick<EncodedCorpus, "vocabulary" | "earlier" | "made">;
  /** Tokens of the text, also those that the vocabulary leaves out. */
  readonly tokens: number;
  readonly architecture: string;
}

/**
 * The size of a text, how much of it the vocabulary covers, and the model, in a line:
 * "corpus: ./my.txt, 65,012 tokens, 48,200 of them of the 1,317 words that occur 5 times or more; cbow".
 */
export function corpusLine(name: string, { corpus, tokens, architecture }: CorpusNumbers): string {
  const { vocabulary, earlier } = corpus;
  const sum = (counts: Iterable<number>): number => Array.from(counts).reduce((total, one) => total + one, 0);
  const known = sum(vocabulary.counts) - sum(earlier);
  const part = `${number(known)} of them of the ${wordsOf(corpus)}`;
  return `corpus: ${name}, ${number(tokens)} tokens, ${part}; ${architecture}`;
}

function wordsOf({ vocabulary: { words }, earlier, made }: CorpusNumbers["corpus"]): string {
  const count = words.length;
  if (earlier.length > 0) {
    return `${several(earlier.length, "word")} of the checkpoint and ${several(count - earlier.length, "new one")}`;
  }
  if (made.maxVocab === count) return several(count, "most frequent word");
  const often =
    made.minCount > 1 ? ` that ${count === 1 ? "occurs" : "occur"} ${made.minCount} times or more` : "";
  return `${several(count, "word")}${often}`;
}

function several(count: number, noun: string): string {
  return `${number(count)} ${noun}${count === 1 ? "" : "s"}`;
}

function number(count: number): string {
  return count.toLocaleString("en");
}
