import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../../setup/paths.mjs";
import { type Questions, standardQuestions } from "../train/questions.ts";

/** Where a packed bench has the questions. */
export const PACKED_QUESTIONS = "bench-questions.json";

/** The questions that come with gensim, or with a packed bench; undefined where there are none. */
export function knownQuestions(): Questions | undefined {
  const packed = join(projectRoot, PACKED_QUESTIONS);
  if (existsSync(packed)) return JSON.parse(readFileSync(packed, "utf8")) as Questions;
  try {
    return standardQuestions();
  } catch {
    return;
  }
}
