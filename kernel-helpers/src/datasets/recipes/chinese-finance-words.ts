import type { FinanceWord } from "../news-records.ts";
import { linesOf, type Recipe, textOf } from "../source-file.ts";

const FILE = "cntext/io/data/zh_common_FinanceSenti.yaml";
/** A list begins with its name, and each of its words stands on a line of its own, some in quotes. */
const [LIST, WORD] = [/^ +(pos|neg):\s*$/, /^ +- (.+)$/];

/**
 * Good and bad words of the Chinese finance lexicon of Jiang, Lee, Martin and Zhou (2019). A word that occurs twice is kept once, at its first place; one that is
 * in both lists has no label and is left out.
 */
export const chineseFinanceWords: Recipe = {
  needs: (path) => path.endsWith(FILE),
  make(files) {
    const lists = { pos: new Set<string>(), neg: new Set<string>() };
    let list: Set<string> | undefined;
    for (const line of linesOf(textOf(files, FILE))) {
      const name = LIST.exec(line)?.[1];
      if (name !== undefined) list = lists[name as keyof typeof lists];
      const word = WORD.exec(line)?.[1];
      if (word !== undefined) list?.add(plain(word));
    }
    const words = (own: Set<string>, other: Set<string>, label: 1 | -1): FinanceWord[] =>
      [...own].filter((word) => word !== "" && !other.has(word)).map((word) => ({ word, label }));
    const found = [...words(lists.pos, lists.neg, 1), ...words(lists.neg, lists.pos, -1)];
    if (found.length > 0) return found;
    throw new Error(`Cannot make the data set as ${FILE} must have the lists pos and neg: no word was found`);
  },
};

/** A word of YAML without quotes, byte order marks and blanks. */
function plain(word: string): string {
  return word
    .replace(/^(['"])(.*)\1$/, "$2")
    .replaceAll("\\uFEFF", "")
    .trim();
}
