import { ask } from "./ask.ts";
import { type Catalogue, type CatalogueEntry, courseMark } from "./course-files.ts";
import type { Desk } from "./desk.ts";
import { freePath } from "./free-path.ts";
import type { NotebookContent, NotebookPanel } from "./front-end.ts";

/** The course's entry for a notebook whose text in the course has changed since. */
function newerEntry(content: NotebookContent, catalogue: Catalogue): CatalogueEntry | undefined {
  const mark = courseMark(content);
  const entry = mark && catalogue[mark.id];
  return entry === undefined || entry.version === mark?.version ? undefined : entry;
}

/**
 * Says that the course has a newer text than the learner's copy and offers it as another file; the learner's copy does
 * not change. After an answer, the learner is only asked again for the next version.
 */
export async function tellNews(
  { app, course, files, packages }: Desk,
  { context }: Pick<NotebookPanel, "context">,
  storage: () => Pick<Storage, "getItem" | "setItem"> = () => localStorage,
): Promise<void> {
  await context.ready;
  const catalogue = await course.catalogue().catch(() => ({})); // without a network there is no news
  const entry = newerEntry(context.model.toJSON(), catalogue);
  const answered = `word2vec-lab:news:${context.path}`;
  if (entry === undefined || heard(storage, answered) === entry.version) return;
  const { Dialog } = packages.apputils;
  const { button } = await ask(packages, {
    title: "The course has a newer text",
    body: `“${entry.title}” has changed in the course since you began. Your copy stays as it is; the new text gets a name of its own.`,
    buttons: [
      Dialog.cancelButton({ label: "Keep mine" }),
      Dialog.okButton({ label: "Get the new one beside it" }),
    ],
  });
  remember(storage, answered, entry.version);
  if (!button.accept) return;
  const path = await freePath(entry.path, "new", (path) => files.has(path));
  await files.save({ path, content: await course.notebook(entry) });
  await app.commands.execute("docmanager:open", { path });
}

type Keep = () => Pick<Storage, "getItem" | "setItem">;

function heard(storage: Keep, key: string): string | null {
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

function remember(storage: Keep, key: string, version: string): void {
  try {
    storage().setItem(key, version);
  } catch (error) {
    console.warn(`Cannot remember your answer: the browser does not store it: ${error}`);
  }
}
