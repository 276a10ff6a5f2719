import type { NewsMessage } from "../news-records.ts";
import { linesOf, type Recipe, textOf } from "../source-file.ts";

const FILES = ["reuters-r8-train.tab", "reuters-r8-test.tab"];
const HEADER = 3; // lines of Orange's format: names, types, flags

/**
 * Messages of Reuters from 1987 on eight topics, lower-case letters only, first those that the source has for training, then those for the test, each in
 * its order. There are no dates.
 */
export const reutersNews: Recipe = {
  needs: (path) => FILES.some((ending) => path.endsWith(ending)),
  make(files) {
    const rows = FILES.flatMap((file) => linesOf(textOf(files, file)).slice(HEADER));
    return rows.map((row, place): NewsMessage => {
      const [topic = "", text = ""] = row.split("\t");
      return { place, topic, text: text.trim() };
    });
  },
};
