import { ask } from "./ask.ts";
import { courseMark } from "./course-files.ts";
import type { Desk } from "./desk.ts";
import { freePath } from "./free-path.ts";

/** Replaces the open notebook by the course's text, after asking; the learner's text is kept as a copy. */
export async function resetLesson({ course, files, packages, tracker }: Desk): Promise<void> {
  const { Dialog, Notification } = packages.apputils;
  const context = tracker?.currentWidget?.context;
  const mark = context && courseMark(context.model.toJSON());
  const entry = mark && (await course.catalogue())[mark.id];
  if (context === undefined || entry === undefined) {
    const nothing = "There is no lesson to reset: open a notebook of the course first.";
    Notification.info(nothing, { autoClose: 8000 });
    return;
  }
  const copy = await freePath(context.path, "my copy", (path) => files.has(path));
  const { button } = await ask(packages, {
    title: "Reset this lesson?",
    body: `The lesson becomes as it was at first. What you wrote stays, as “${copy}”. What the kernel holds stays too.`,
    buttons: [Dialog.cancelButton({ label: "Cancel" }), Dialog.okButton({ label: "Reset" })],
    defaultButton: 0,
  });
  if (!button.accept) return;
  const fresh = await course.notebook(entry); // first: if this fails, nothing must change
  await files.save({ path: copy, content: context.model.toJSON() });
  context.model.fromJSON(fresh);
  await context.save();
}
