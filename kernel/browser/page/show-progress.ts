import { ask } from "./ask.ts";
import type { Desk } from "./desk.ts";
import { handOver } from "./hand-over.ts";
import { progressFile } from "./progress-list.ts";
import { progressView } from "./progress-view.ts";

/** Shows which checks have passed; the list can be saved as a file. */
export async function showProgress({ course, exercises, packages, progress }: Desk): Promise<void> {
  const { Dialog } = packages.apputils;
  const passed = progress.passed();
  const { button } = await ask(packages, {
    title: "Progress",
    body: new packages.widgets.Widget({ node: progressView(exercises, passed, await titles(course)) }),
    buttons: [Dialog.cancelButton({ label: "Close" }), Dialog.okButton({ label: "Save as a file" })],
    defaultButton: 0,
  });
  if (button.accept) handOver("progress.json", "application/json", [progressFile(exercises, passed)]);
}

/** Titles of the lessons; none without a network and a cached file. */
async function titles(course: Desk["course"]): Promise<Record<string, string>> {
  const catalogue = await course.catalogue().catch(() => ({}));
  const named = Object.entries(catalogue).filter(([id]) => id.startsWith("notebooks/"));
  return Object.fromEntries(named.map(([id, { title }]) => [id.replace("notebooks/", ""), title]));
}
