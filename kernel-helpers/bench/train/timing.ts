import type { Finished, Said } from "./child.ts";

/** What a program's training took, in seconds, without the start of the process and without writing the vectors. */
export interface Timing {
  /** Reading and counting the words. */
  readonly vocabulary: number;
  /** All passes over the text. */
  readonly training: number;
}

/** The last line of output is JSON with both times, as gensim-speed.py and ours.mjs print it. */
export function reportedTiming({ said }: Finished): Timing {
  const lines = said.flatMap(({ text }) => text.split("\n")).filter((line) => line.startsWith("{"));
  const { vocabulary, training } = JSON.parse(lines.at(-1) ?? "{}") as Partial<Timing>;
  return requireTimes("a program that reports its times", { vocabulary, training });
}

/** fastText names the number of labels when it has counted, and writes "Progress: 100.0%" when it has trained. */
export function fasttextTiming({ said }: Finished): Timing {
  const vocabulary = said.find(({ text }) => text.includes("Number of labels"))?.at;
  const end = said.findLast(({ text }) => /Progress: +100/.test(text))?.at;
  return requireTimes("fastText", { vocabulary, training: (end ?? Number.NaN) - (vocabulary ?? Number.NaN) });
}

/**
 * word2vec.c says nothing between counting and its first progress, when it has made its table of noise words; so the
 * training is taken from its first and last progress and extended to 100 %.
 */
export function word2vecTiming({ said }: Finished): Timing {
  const progress = said.flatMap(progressIn);
  const [first, last] = [progress[0], progress.at(-1)];
  if (first === undefined || last === undefined || !(last.share > first.share)) {
    throw new Error(
      "Cannot measure word2vec.c as it must report its progress at least twice. Remedy: a longer training, with --epochs",
    );
  }
  const training = (last.at - first.at) / (last.share - first.share);
  return { vocabulary: Math.max(0, last.at - last.share * training), training };
}

function progressIn({ at, text }: Said): { at: number; share: number }[] {
  const found = [...text.matchAll(/Progress: (\d+\.\d+)%/g)].at(-1)?.[1];
  return found === undefined ? [] : [{ at, share: Number(found) / 100 }];
}

function requireTimes(
  name: string,
  { vocabulary, training }: { readonly [Name in keyof Timing]: number | undefined },
): Timing {
  if (vocabulary === undefined || training === undefined || !(vocabulary >= 0) || !(training > 0)) {
    throw new Error(
      `Cannot measure ${name} as it must say when it has counted and when it has trained the words: ` +
        `they are ${vocabulary} and ${training} s. Remedy: a longer training, with --epochs`,
    );
  }
  return { vocabulary, training };
}
