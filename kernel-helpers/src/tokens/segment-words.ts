import { host } from "#host";

/** What divides runs of letters into words. */
export interface Segmentation {
  /** A BCP 47 language, such as "zh". */
  readonly language: string;
  /** The letters of that language that come without spaces. */
  readonly letters: RegExp;
}

/** UTF-16 units that Intl.Segmenter gets at once: 80,000 take 6.7 s, and a million more than ten minutes; 5,000 take 8 ms. */
const PIECE = 4096;

/**
 * Divides runs of `letters` into words with `Intl.Segmenter` (Unicode Standard Annex 29, with ICU's dictionary), and gives what
 * lies between two runs to `others`. The dictionary belongs to the program that runs this: other versions divide otherwise.
 * Throws Error where there is no Intl.Segmenter.
 */
export function segmentWords(
  { language, letters }: Segmentation,
  others: (text: string) => string[],
): (text: string) => string[] {
  const segmenter = newSegmenter(language);
  const run = new RegExp(`((?:(?=${letters.source})[\\p{L}\\p{Nl}]\\p{M}*)+)`, "u"); // in a group: split() keeps the runs
  return (text) =>
    text.split(run).flatMap((part, i) => (i % 2 === 0 ? others(part) : [...divided(part, segmenter)]));
}

/** The words of a run. A long one is divided in pieces; the last two words of a piece may go on, so the next begins with them. */
function* divided(run: string, segmenter: Intl.Segmenter): Generator<string> {
  for (let start = 0; start < run.length; ) {
    const words = Array.from(segmenter.segment(run.slice(start, start + PIECE)), ({ segment }) => segment);
    const done = start + PIECE < run.length && words.length > 2 ? words.slice(0, -2) : words;
    for (const word of done) start += word.length;
    yield* done;
  }
}

function newSegmenter(language: string): Intl.Segmenter {
  if (typeof Intl === "object" && typeof Intl.Segmenter === "function") {
    return new Intl.Segmenter(language, { granularity: "word" });
  }
  throw new Error(
    `Cannot divide text into words without spaces as Intl.Segmenter must be there: ${host.segmenter()} has none. ` +
      'Remedy: Firefox 125, Chrome 87, Safari 14.1, Node 20 or newer, or a text with spaces between its words and the tokenizer "whitespace"',
  );
}
