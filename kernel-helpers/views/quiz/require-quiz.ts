import type { QuizView } from "../../src/display/quiz-view.ts";
import { type Fits, isList, isRecord, isText, requireFields } from "../stage/fits.ts";

/** "04-cbow/share-of-a-place": what is kept under a name lies in the learner's progress. */
const isId: Fits = (value) => typeof value === "string" && /^[a-z0-9-]{1,60}\/[a-z0-9-]{1,60}$/.test(value);

const isChoice = isRecord({ text: isText, why: isText, right: (value) => typeof value === "boolean" });

/** Throws TypeError unless the data are a question: they come from a notebook, which anyone may have written. */
export function requireQuiz(quiz: QuizView): void {
  requireFields("a question", quiz, { id: isId, question: isText, choices: isList(isChoice, [2, 26]) });
}
