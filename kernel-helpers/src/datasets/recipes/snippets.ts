import type { RatedSnippet } from "../records.ts";
import { linesOf, type Recipe, type SourceFile, textOf } from "../source-file.ts";

const ARCHIVE = "additional_resources/hutto_ICWSM_2014.tar.gz";

/**
 * Snippets that about twenty people rated each (Hutto and Gilbert 2014): `id TAB mean TAB text` in one file, `id TAB mean TAB s.d. TAB [ratings]` in the
 * other. The id of a sentence that was cut from a longer text is `text_sentence`. A text that occurs twice is kept once, at its first
 * place.
 */
export function snippets(name: string): Recipe {
  const [texts, ratings] = [`${name}_GroundTruth.txt`, `${name}_anonDataRatings.txt`];
  return {
    needs: (path) => [ARCHIVE, texts, ratings].some((ending) => path.endsWith(ending)),
    make: (files) => withoutRepeats(ratedSnippets(files, texts, ratings)),
  };
}

function ratedSnippets(files: readonly SourceFile[], texts: string, ratings: string): RatedSnippet[] {
  const rated = new Map(
    linesOf(textOf(files, ratings)).map((line) => {
      const [id = "", , , list = ""] = line.split("\t");
      return [id, numbersIn(list, id)];
    }),
  );
  return linesOf(textOf(files, texts)).map((line) => {
    const [id = "", mean = "", text = ""] = line.split("\t");
    const ratings = rated.get(id);
    if (!ratings)
      throw new Error(`Cannot make the data set as snippet ${id} must have ratings: there are none`);
    return { group: id.split("_")[0] as string, text: withoutEntities(text), score: Number(mean), ratings };
  });
}

function numbersIn(list: string, id: string): number[] {
  const numbers: unknown = JSON.parse(list);
  if (
    Array.isArray(numbers) &&
    numbers.length > 0 &&
    numbers.every((x) => Number.isInteger(x) && Math.abs(x) <= 4)
  )
    return numbers;
  throw new Error(
    `Cannot make the data set as the ratings of ${id} must be whole numbers from -4 to 4: they are ${list}`,
  );
}

/** The text with its quotation marks and signs: the source has '' for " and &amp; for &. */
function withoutEntities(text: string): string {
  return text
    .replaceAll("''", '"')
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&")
    .trim();
}

function withoutRepeats(snippets: readonly RatedSnippet[]): RatedSnippet[] {
  const seen = new Set<string>();
  return snippets.filter(({ text }) => {
    const key = text.toLowerCase();
    if (text === "" || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}
