import { markdownTable } from "../../tools/print/markdown-table.ts";

/** What is measured: a name for people, who does it, and the row with which it is compared. */
export const kinds = {
  "gensim-memory": { says: "gensim: lists of tokens in memory", beside: "gensim-memory" },
  "ours-memory": { says: "ours: lists of tokens in memory", beside: "gensim-memory" },
  "gensim-lines": { says: "gensim: a file of tokens, LineSentence", beside: "gensim-lines" },
  "ours-lines": { says: "ours: a file of tokens, `whitespace`", beside: "gensim-lines" },
  "ours-text": { says: "ours: the text itself, sentences and `words`", beside: "gensim-lines" },
  "gensim-large": { says: "gensim: LineSentence", beside: "gensim-large" },
  "ours-large": { says: "ours: `whitespace`", beside: "gensim-large" },
  "ours-largetext": { says: "ours: sentences and `words`", beside: "gensim-large" },
} as const;
/** What is measured. */
export type Kind = keyof typeof kinds;

/** The best of the runs of each kind, which are seconds and CPU seconds, on a text of so many tokens. */
export function resultTable(found: ReadonlyMap<Kind, number[][]>, tokens: number): string {
  const best = (kind: Kind, column: number): number =>
    Math.min(...(found.get(kind) ?? []).map((run) => run[column] as number));
  const rows = [...found.keys()].map((kind) => {
    const { says, beside } = kinds[kind];
    const [seconds, cpu] = [best(kind, 0), best(kind, 1)];
    return [
      says,
      seconds.toFixed(3),
      cpu.toFixed(3),
      Math.round(tokens / seconds / 1000).toLocaleString("en"),
      (best(beside, 0) / seconds).toFixed(1),
      (best(beside, 1) / cpu).toFixed(1),
    ];
  });
  return markdownTable(["what", "s", "CPU s", "1000 words/s", "× gensim", "× gensim, CPU"], rows, {
    left: 1,
  });
}
