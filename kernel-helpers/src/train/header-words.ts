import { areIds, isObject, type Kind, mustBe, problemIn } from "./header-values.ts";

/** The words in the header, if they are there. */
const words: Readonly<Record<string, Kind>> = {
  words: { wanted: "a list of texts, each once", holds: areWords },
  counts: { wanted: "a list of whole numbers >= 0", holds: areIds },
  earlier: { wanted: "a list of whole numbers >= 0", holds: areIds },
};

/** The words need not be there, but if they are, each must have its row and its count. */
export function problemInWords(vocabulary: unknown, rows: unknown): string | undefined {
  if (vocabulary === undefined) return undefined;
  if (!isObject(vocabulary)) return mustBe("vocabulary", "an object with words and counts", vocabulary);
  const problem = problemIn(vocabulary, words, "vocabulary.");
  if (problem !== undefined) return problem;
  const [there, counts, earlier] = ["words", "counts", "earlier"].map(
    (name) => (vocabulary[name] as unknown[]).length,
  ) as [number, number, number];
  if (there !== rows)
    return mustBe("vocabulary.words.length", `${String(rows)}, the rows of its table`, there);
  if (counts !== there) return mustBe("vocabulary.counts.length", `${there}, one for each word`, counts);
  if (earlier > there) return mustBe("vocabulary.earlier.length", `<= ${there}, the words`, earlier);
  return undefined;
}

function areWords(value: unknown): boolean {
  return (
    Array.isArray(value) &&
    value.every((word) => typeof word === "string") &&
    new Set(value).size === value.length
  );
}
