import { type QuestionId, questionOf } from "../practice/index.ts";
import { quizOutput } from "./quiz-output.ts";
import { show } from "./show.ts";

/**
 * Asks the question `id` of a lesson: choose an answer, and read why it is right or wrong. JupyterLab and the browser
 * version keep your choice with your progress. Throws RangeError for an id that does not exist, with the nearest ones.
 */
export async function quiz(id: QuestionId): Promise<void> {
  await show(quizOutput(id, await questionOf(id)));
}
