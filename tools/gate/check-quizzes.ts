import type { Question } from "../../kernel-helpers/src/practice/index.ts";
import type { CourseSource } from "../notebooks/course-files.ts";
import { quizzesIn } from "../notebooks/quizzes-in.ts";
import type { Problem } from "./problem.ts";

/** Questions by id: "04-cbow/share-of-a-place". */
export type Questions = Readonly<Record<string, Question>>;

/** Questions that a lesson has, least and most. */
const PER_LESSON = [2, 4] as const;

/** Problems of the questions: of each one, of how many a lesson has, and of where they are asked. */
export function checkQuizzes(lessons: readonly CourseSource[], questions: Questions): Problem[] {
  return [
    ...Object.entries(questions).flatMap(([id, question]) =>
      problemsOf(question).map((text) => ({ where: `question ${id}`, text })),
    ),
    ...lessons.flatMap((lesson) => misplaced(lesson, questions)),
    ...Object.keys(questions)
      .filter((id) => !lessons.some(({ name }) => id.startsWith(`${name}/`)))
      .map((id) => ({ where: `question ${id}`, text: "no lesson has this name" })),
  ];
}

function problemsOf({ question, choices }: Question): string[] {
  const right = choices.filter((choice) => choice.right).length;
  const texts = choices.map(({ text }) => text.trim());
  return [
    ...(question.trim() === "" ? ["it must have a text"] : []),
    ...(choices.length >= 3 && choices.length <= 4
      ? []
      : [`three or four choices are needed: there are ${choices.length}`]),
    ...(right === 1 ? [] : [`exactly one choice must be right: ${right} are`]),
    ...texts.flatMap((text, i) => (text === "" ? [`choice ${i + 1} must have a text`] : [])),
    ...choices.flatMap(({ why }, i) =>
      why.trim() === "" ? [`choice ${i + 1} must have an explanation`] : [],
    ),
    ...[...new Set(texts.filter((text, i) => texts.indexOf(text) < i))].map(
      (text) => `two choices have the same text: ${text}`,
    ),
  ];
}

function misplaced({ name, file, cells }: CourseSource, questions: Questions): Problem[] {
  const own = Object.keys(questions).filter((id) => id.startsWith(`${name}/`));
  const asked = cells.flatMap(({ type, source, line }) =>
    type === "code" ? quizzesIn(source).map((id) => ({ id, where: `${file}:${line}` })) : [],
  );
  const times = (id: string): number => asked.filter((one) => one.id === id).length;
  const [least, most] = PER_LESSON;
  const isEnough = own.length >= least && own.length <= most;
  return [
    ...(isEnough
      ? []
      : [{ where: file, text: `${least} to ${most} questions are needed: there are ${own.length}` }]),
    ...asked
      .filter(({ id }) => !own.includes(id))
      .map(({ id, where }) => ({ where, text: `this lesson has no question "${id}"` })),
    ...own
      .filter((id) => times(id) !== 1)
      .map((id) => ({ where: file, text: `a cell must ask quiz("${id}") once: ${times(id)} do` })),
  ];
}
