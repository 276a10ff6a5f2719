import { counterpart } from "./counterpart.ts";
import { orSayWhy } from "./desk.ts";
import type { Application, NotebookPanel, Widget } from "./front-end.ts";
import { type ProgressParts, showProgress } from "./show-progress.ts";
import { toolbarButton } from "./toolbar-button.ts";

/** Adds the course's buttons to a notebook's toolbar: Progress, and the way to the exercises or back to the lesson. */
export async function addCourseButtons(
  app: Pick<Application, "commands">,
  { context, toolbar }: NotebookPanel,
  parts: ProgressParts,
): Promise<void> {
  const { packages, lists } = parts;
  const button = (label: string, tooltip: string, run: () => Promise<unknown>): Widget =>
    toolbarButton(packages, label, tooltip, () => {
      void orSayWhy({ packages }, async () => void (await run()));
    });
  await context.ready; // before, JupyterLab's toolbar has no spacer yet
  const add = (name: string, widget: Widget): void => {
    if (!toolbar.insertBefore("spacer", name, widget)) toolbar.addItem(name, widget);
  };
  const other = counterpart(context.path, lists.lessons);
  if (other !== undefined) {
    const tooltip = other.kind === "Lesson" ? "Back to the lesson" : "The exercises of this lesson";
    const open = (): Promise<unknown> => app.commands.execute("docmanager:open", { path: other.path });
    add("word2vec-lab-counterpart", button(other.kind, tooltip, open));
  }
  add(
    "word2vec-lab-progress",
    button("Progress", "Which exercises you passed", () => showProgress(parts)),
  );
}
