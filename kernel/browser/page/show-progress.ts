import { progressReport } from "../../../kernel-helpers/src/practice/progress-list.ts";
import { ask } from "./ask.ts";
import type { CourseLists } from "./course-lists.ts";
import { handOver } from "./hand-over.ts";
import type { Packages } from "./packages.ts";
import type { ProgressSource } from "./progress-source.ts";
import { progressView } from "./progress-view.ts";

/** What the list of progress needs. */
export interface ProgressParts {
  readonly packages: Packages;
  readonly lists: CourseLists;
  readonly progress: ProgressSource;
}

const SAVE = "Save as a file";
const RESET = "Start again…";

/** Shows which checks have passed and how many questions were answered; the list can be saved as a file, and started again. */
export async function showProgress({ packages, lists, progress }: ProgressParts): Promise<void> {
  const { Dialog } = packages.apputils;
  const { note } = progress;
  const record = await progress.record();
  const node = progressView({ lists, record, note });
  const { button } = await ask(packages, {
    title: "Progress",
    body: new packages.widgets.Widget({ node }),
    buttons: [
      Dialog.cancelButton({ label: "Close" }),
      Dialog.cancelButton({ label: RESET }),
      Dialog.okButton({ label: SAVE }),
    ],
    defaultButton: 0,
  });
  if (button.label === SAVE) {
    handOver("progress.json", "application/json", [progressReport(lists, record, note)]);
  } else if (button.label === RESET) await resetProgress(packages, progress);
}

async function resetProgress(packages: Packages, progress: ProgressSource): Promise<void> {
  const { Dialog, Notification } = packages.apputils;
  const { button } = await ask(packages, {
    title: "Start the list again?",
    body: "No exercise counts as passed and no question as answered any more. Your notebooks stay as they are.",
    buttons: [Dialog.cancelButton({ label: "Cancel" }), Dialog.okButton({ label: "Start again" })],
    defaultButton: 0,
  });
  if (button.accept) Notification.info(await progress.reset(), { autoClose: 8000 });
}
