import type { Lesson } from "../course/course-list.ts";
import { markdownTable } from "../print/markdown-table.ts";

/** The lessons with a link to each notebook, how many minutes it takes and what the reader learns. */
export function lessonTable(lessons: readonly Lesson[]): string {
  const rows = lessons.map(({ id, title, minutes, learns }) => {
    const link = `[${id.slice(0, 2)} ${title}](notebooks/${id}.ipynb)`;
    return [link, learns, `${minutes}`];
  });
  return markdownTable(["lesson", "what you do", "minutes"], rows, { left: 2 });
}
