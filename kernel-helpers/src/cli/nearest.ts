import { similarSpellings } from "../vocabulary/index.ts";

/** The one of `names` that `word` probably meant: similar in spelling or with the same start; undefined if none is. */
export function nearest(word: string, names: readonly string[]): string | undefined {
  const [alike] = similarSpellings(word, names, { count: 1 });
  return alike ?? names.find((name) => word.length > 2 && (name.includes(word) || word.includes(name)));
}
