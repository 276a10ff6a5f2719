import type { Tensorflow } from "../../kernel-helpers/src/backend/index.ts";
import type { AnyFunction, Exercise } from "../../kernel-helpers/src/check/index.ts";
import * as library from "../../kernel-helpers/src/index.ts";
import { courseSources } from "../notebooks/course-files.ts";
import { answerCode, type Scope } from "./answer.ts";
import type { Subject } from "./mutants-of.ts";

/** Every exercise with its right answer: that of solutions/src, or for one that a lesson shows, what the check computes. */
export function subjects(root: string): Subject[] {
  const sources = courseSources(root, "solutions/src");
  return Object.values(library.exercises).map((one) => {
    const exercise = one as unknown as Exercise<AnyFunction>;
    const [notebook, name = ""] = exercise.id.split("/");
    const source = sources.find((found) => found.name === notebook);
    if (source !== undefined) return { exercise, code: answerCode(source, name) };
    const code = `const answer = ${exercise.expected.toString()};`;
    return { exercise, code: { before: "", code, judged: "answer" } };
  });
}

/** What an answer's code may use: the library, and TensorFlow.js on the backend that the exercises use. */
export async function answerScope(): Promise<{ readonly scope: Scope; readonly close: () => void }> {
  const backend = await library.openBackend("cpu");
  const tf: Tensorflow = backend.tf;
  return { scope: { ...library, tf }, close: () => backend.close() };
}
