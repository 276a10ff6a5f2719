import { similarSpellings } from "../vocabulary/index.ts";
import type { Question } from "./question.ts";

/** The id of a question: "04-cbow/share-of-a-place". */
export type QuestionId = keyof typeof import("./all-questions.ts").allQuestions;

/** Every question of the course by its id, in the course's order. Loads them at the first call. */
export async function loadQuestions(): Promise<Readonly<Record<QuestionId, Question>>> {
  return (await import("./all-questions.ts")).allQuestions;
}

/**
 * The question with this id. Throws RangeError for an id that does not exist, with the nearest ones.
 *
 * @example
 * questionOf("04-cbow/share-of-a-place").then(({ choices }) => choices.length); // 4
 */
export async function questionOf(id: QuestionId): Promise<Question> {
  const questions = await loadQuestions();
  if (Object.hasOwn(questions, id)) return questions[id];
  throw new RangeError(`Cannot ask "${id}" as there must be such a question. ${remedy(id, questions)}`);
}

/** The ids whose end it is, or else those that are spelled alike, or else those of the lesson, or else one of each lesson. */
function remedy(id: string, questions: object): string {
  const ids = Object.keys(questions);
  const asked = id.trim().toLowerCase();
  const alike = similarSpellings(asked, ids, { distance: Math.max(2, Math.floor(asked.length / 4)) });
  const [lesson = ""] = asked.split("/");
  const named = ids.filter((other) => other.endsWith(`/${asked}`));
  const ofLesson = ids.filter((other) => lesson !== "" && other.startsWith(lesson));
  const near = [named, alike, ofLesson].find((found) => found.length > 0);
  return `Remedy: use ${near === undefined ? `one of ${ids.join(", ")}` : near.join(" or ")}`;
}
