import type { NotebookContent } from "./front-end.ts";

/** Whether two notebooks have the same content: what a learner writes and sees, not what the front end adds to it. */
export function readAlike(one: NotebookContent, other: NotebookContent): boolean {
  return seen(one) === seen(other);
}

function seen({ cells }: NotebookContent): string {
  return JSON.stringify(
    cells.map(({ cell_type, source, outputs = [] }) => [cell_type, [source].flat().join(""), outputs]),
  );
}
