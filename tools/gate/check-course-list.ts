import { readCourse } from "../course/course-list.ts";
import { courseSources } from "../notebooks/course-files.ts";
import type { Problem } from "./problem.ts";

/** Where course.json and the sources do not name the same lessons and exercises. */
export function checkCourseList(root: string): Problem[] {
  const { lessons } = readCourse(root);
  const listed = lessons.map(({ id }) => id);
  const sources = courseSources(root, "notebooks/src").map(({ name }) => name);
  const exercises = courseSources(root, "solutions/src").map(({ name }) => name);
  const promised = lessons.filter((lesson) => lesson.exercises).map(({ id }) => id);
  const where = "solutions/course.json";
  const describe = (names: readonly string[], others: readonly string[], text: string): Problem[] =>
    names.filter((name) => !others.includes(name)).map((name) => ({ where, text: `${name} ${text}` }));
  return [
    ...describe(sources, listed, "must be listed: it has a source in notebooks/src"),
    ...describe(listed, sources, "must have a source in notebooks/src"),
    ...describe(exercises, promised, 'must say "exercises": true: it has a source in solutions/src'),
    ...describe(promised, exercises, "must have a source in solutions/src"),
  ];
}
