import { execFileSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { environmentProgram, projectRoot } from "../../../setup/paths.mjs";

/** Two words and how similar people find them. */
export type Pair = readonly [one: string, other: string, score: number];

/** "a is to b as c is to d". */
export type Analogy = readonly [a: string, b: string, c: string, d: string];

/** What vectors are asked. */
export interface Questions {
  readonly wordsim: readonly Pair[];
  readonly simlex: readonly Pair[];
  readonly analogies: readonly Analogy[];
}

/** WordSim-353, SimLex-999 and the analogies of Mikolov et al. 2013a, as gensim brings them for its own tests. */
export function standardQuestions(): Questions {
  const where = "from gensim.test.utils import datapath; print(datapath(''))";
  const python = environmentProgram(projectRoot, "python");
  const folder = execFileSync(python, ["-c", where], { encoding: "utf8" }).trim();
  const read = (file: string): string => readFileSync(join(folder, file), "utf8");
  return {
    wordsim: pairsIn(read("wordsim353.tsv")),
    simlex: pairsIn(read("simlex999.txt")),
    analogies: analogiesIn(read("questions-words.txt")),
  };
}

/** Lines "word TAB word TAB score"; "#" begins a remark. Letters become small ones, as in our corpora. */
export function pairsIn(text: string): Pair[] {
  return linesOf(text, "#").map((line) => {
    const [one = "", other = "", score = ""] = line.toLowerCase().split("\t");
    return [one, other, Number(score)];
  });
}

/** Lines of four words; ":" begins the name of a section. */
export function analogiesIn(text: string): Analogy[] {
  return linesOf(text, ":").map((line) => line.toLowerCase().split(/\s+/) as unknown as Analogy);
}

function linesOf(text: string, remark: string): string[] {
  return text
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "" && !line.startsWith(remark));
}
