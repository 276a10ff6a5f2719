import { type Lesson, readCourse } from "../course/course-list.ts";
import { type CourseSource, courseSources } from "../notebooks/course-files.ts";
import type { Problem } from "./problem.ts";

/** The places where course.json and the sources list different lessons or exercises. */
export function checkCourseList(root: string): Problem[] {
  const { lessons } = readCourse(root);
  const listed = lessons.map(({ id }) => id);
  const texts = courseSources(root, "notebooks/src");
  const sources = texts.map(({ name }) => name);
  const exercises = courseSources(root, "solutions/src").map(({ name }) => name);
  const promised = lessons.filter((lesson) => lesson.exercises).map(({ id }) => id);
  const where = "solutions/course.json";
  const describe = (names: readonly string[], others: readonly string[], text: string): Problem[] =>
    names.filter((name) => !others.includes(name)).map((name) => ({ where, text: `${name} ${text}` }));
  return [
    ...describe(sources, listed, "is not listed, but has a source in notebooks/src"),
    ...describe(listed, sources, "has no source in notebooks/src"),
    ...describe(exercises, promised, 'does not say "exercises": true, but has a source in solutions/src'),
    ...describe(promised, exercises, 'says "exercises": true, but has no source in solutions/src'),
    ...texts.flatMap((source) => wrongHead(source, lessons)),
  ];
}

/** The list and the lesson's first cell must give the same title and time. */
function wrongHead({ name, file, cells }: CourseSource, lessons: readonly Lesson[]): Problem[] {
  const lesson = lessons.find(({ id }) => id === name);
  const head = cells[0]?.source ?? "";
  if (!lesson) return [];
  const title = `# ${name.split("-")[0]} ${lesson.title}`;
  const time = new RegExp(`\\b${lesson.minutes} minutes?\\b`);
  return [
    ...(head.split("\n")[0] === title
      ? []
      : [{ where: file, text: `must begin with "${title}", as in course.json` }]),
    ...(time.test(head)
      ? []
      : [{ where: file, text: `must say ${lesson.minutes} minutes, as in course.json` }]),
  ];
}
