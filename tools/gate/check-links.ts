import { type CourseSource, courseSources } from "../notebooks/course-files.ts";
import { notebookPaths } from "../notebooks/notebook-paths.ts";
import type { Problem } from "./problem.ts";

/** The lessons that do not link to their exercises, and the exercises whose first cell does not link to the lesson. */
export function checkLinks(root: string): Problem[] {
  const lessons = courseSources(root, "notebooks/src");
  return courseSources(root, "solutions/src").flatMap((exercises) => {
    const lesson = lessons.find(({ name }) => name === exercises.name);
    const paths = notebookPaths(exercises.name);
    return [
      ...(lesson === undefined ? [] : missingLink(lesson, lesson.cells, paths.exercises)),
      ...missingLink(exercises, exercises.cells.slice(0, 1), paths.lesson),
    ];
  });
}

function missingLink({ file }: CourseSource, cells: CourseSource["cells"], path: string): Problem[] {
  const link = `](../${path})`;
  if (cells.some(({ type, source }) => type === "markdown" && source.includes(link))) return [];
  return [
    { where: file, text: `no ${cells.length === 1 ? "link in its first cell" : "link"} leads to ../${path}` },
  ];
}
