import {
  type NewChoice,
  NO_PROGRESS,
  type ProgressRecord,
  parseProgress,
  withChoice,
} from "../../../kernel-helpers/src/host/progress-record.ts";
import { type LockOptions, underLock } from "./contents-lock.ts";
import { folderEntries } from "./folder-entries.ts";
import type { EditableContents } from "./front-end.ts";
import type { ProgressSource } from "./progress-source.ts";

const FILE = "progress.json";

/** The record that the kernel keeps in work/progress.json: JupyterLab shows the folder work/. */
export class ProgressInWork implements ProgressSource {
  readonly note =
    "This is practice, not a grade: it is kept in work/progress.json, and whoever can use that file can change it.";
  readonly #contents: EditableContents;
  readonly #options: LockOptions;
  /** The choices of this page are kept one after the other. */
  #last: Promise<unknown> = Promise.resolve();

  constructor(contents: EditableContents, options: LockOptions = {}) {
    this.#contents = contents;
    this.#options = options;
  }

  async record(): Promise<ProgressRecord> {
    const text = await this.#text();
    const record = text === undefined ? NO_PROGRESS : parseProgress(text);
    if (record !== undefined) return record;
    throw new RangeError("Cannot read work/progress.json: it is damaged. Remedy: w2v progress --reset --yes");
  }

  /** No entry that a kernel writes at the same time is lost. Throws where the server does not save. */
  keepChoice(chosen: NewChoice, now: Date = new Date()): Promise<void> {
    const turn = this.#last.then(() => this.#keep(chosen, now));
    this.#last = turn.catch(() => {});
    return turn;
  }

  #keep(chosen: NewChoice, now: Date): Promise<void> {
    const work = async (isInTime: () => boolean): Promise<void> => {
      const before = await this.record();
      const after = withChoice(before, chosen, now);
      if (after === before) return;
      if (!isInTime()) throw new Error("Cannot keep the choice as the server is slow. Remedy: choose again");
      const content = `${JSON.stringify(after, null, 1)}\n`;
      await this.#contents.save(FILE, { type: "file", format: "text", content });
    };
    return underLock(this.#contents, FILE, work, this.#options);
  }

  async reset(): Promise<string> {
    if ((await this.#text()) === undefined) return "The list is empty.";
    const stamp = new Date().toISOString().slice(0, 19).replace(/[:T]/g, "-");
    const aside = `progress.${stamp}.json`;
    await this.#contents.rename(FILE, aside);
    return `The list starts again. The old one is work/${aside}.`;
  }

  /** Looks into the folder: to ask for a file that is not there is an error in the server's log. */
  async #text(): Promise<string | undefined> {
    const entries = await folderEntries(this.#contents);
    if (!entries.some(({ path }) => path === FILE)) return undefined;
    const { content } = await this.#contents.get(FILE, { content: true, type: "file", format: "text" });
    return String(content);
  }
}
