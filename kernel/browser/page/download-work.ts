import { progressReport } from "../../../kernel-helpers/src/practice/progress-list.ts";
import type { CourseLists } from "./course-lists.ts";
import type { Desk } from "./desk.ts";
import type { NotebookPanel } from "./front-end.ts";
import { handOver } from "./hand-over.ts";
import type { ProgressSource } from "./progress-source.ts";
import { changedNotebooks, zipWork } from "./zip-work.ts";

/** Offers the learner a zip file of their work; open notebooks are saved first. */
export async function downloadWork({
  course,
  files,
  lists,
  packages,
  progress,
  tracker,
}: Desk): Promise<void> {
  const open: NotebookPanel[] = [];
  tracker?.forEach((panel) => {
    if (panel.context.model.dirty) open.push(panel);
  });
  for (const { context } of open) await context.save();
  const changed = await changedNotebooks(await files.notebooks(), course);
  if (changed.length === 0) {
    packages.apputils.Notification.info(
      "There is nothing to download yet: no notebook differs from the course's.",
      {
        autoClose: 8000,
      },
    );
    return;
  }
  const zip = zipWork(changed, await reportOf(progress, lists));
  handOver("my-work.zip", "application/zip", [zip as Uint8Array<ArrayBuffer>]);
}

/** The learner's progress as a text; where it cannot be read, the text says why: the notebooks are handed over all the same. */
async function reportOf(progress: ProgressSource, lists: CourseLists): Promise<string> {
  try {
    return progressReport(lists, await progress.record(), progress.note);
  } catch (error) {
    return `${JSON.stringify({ note: String(error) }, null, 1)}\n`;
  }
}
