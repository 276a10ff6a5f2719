/** The ids of the questions that the code of a cell asks by `quiz("…")`. */
export function quizzesIn(source: string): string[] {
  return [...source.matchAll(/\bquiz\("([^"]*)"\)/g)].map(([, id = ""]) => id);
}
