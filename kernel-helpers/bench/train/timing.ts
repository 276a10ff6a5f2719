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
  const [counted] = timesOf(said, /Number of labels: +\d+\n/g);
  const end = timesOf(said, /Progress: +(100)\.0%/g).at(-1);
  return requireTimes("fastText", {
    vocabulary: counted?.at,
    training: end && counted && end.at - counted.at,
  });
}

/**
 * word2vec.c says nothing between counting and its first progress, when it has made its table of noise words; so the
 * training is taken from its first and last progress and extended to 100 %.
 */
export function word2vecTiming({ said }: Finished): Timing {
  const progress = timesOf(said, /Progress: (\d+\.\d+)%/g);
  const [first, last] = [progress[0], progress.at(-1)];
  if (first === undefined || last === undefined || !(last.value > first.value)) {
    throw new Error(
      "Cannot measure word2vec.c as it must report its progress at least twice. Remedy: a longer training, with --epochs",
    );
  }
  const training = (100 * (last.at - first.at)) / (last.value - first.value);
  return { vocabulary: Math.max(0, last.at - (last.value / 100) * training), training };
}

/**
 * When each match of a pattern was complete, and the number that it encloses; a program may write one line in several
 * pieces.
 */
function timesOf(said: readonly Said[], pattern: RegExp): { at: number; value: number }[] {
  const ends: number[] = [];
  let text = "";
  for (const piece of said) {
    text += piece.text;
    ends.push(text.length);
  }
  return [...text.matchAll(pattern)].map((match) => {
    const piece = ends.findIndex((end) => end >= match.index + match[0].length);
    return { at: (said[piece] as Said).at, value: Number(match[1]) };
  });
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
