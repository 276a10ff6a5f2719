import { tokenizer } from "kernel-helpers";
import { type WordScore, wordScore } from "./word-spans.ts";

/** How well texts of Chinese are divided: all tokens, and Han words alone, which are what the tokenizer "chinese" is about. */
export function chineseScores(
  texts: readonly string[],
  gold: readonly (readonly string[])[],
): [name: string, score: WordScore][] {
  const segmenter = new Intl.Segmenter("zh", { granularity: "word" });
  const segments = texts.map((text) => Array.from(segmenter.segment(text), ({ segment }) => segment));
  const characters = texts.map((text) => [...text]);
  const tokens = texts.map(tokenizer("chinese"));
  return [
    ["all: single characters", wordScore(texts, gold, characters)],
    ["all: Intl.Segmenter", wordScore(texts, gold, segments)],
    ["Han: single characters", wordScore(texts, han(gold), han(characters))],
    ["Han: tokenizer chinese", wordScore(texts, han(gold), han(tokens))],
  ];
}

/** The words of Han characters. */
function han(all: readonly (readonly string[])[]): string[][] {
  return all.map((words) => words.filter((word) => /^\p{Script=Han}+$/u.test(word)));
}
