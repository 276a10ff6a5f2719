import { type Passed, parseProgress } from "../../../kernel-helpers/src/host/progress-record.ts";
import type { Contents } from "./front-end.ts";
import type { ProgressSource } from "./progress-source.ts";

const FILE = "progress.json";

/** Which checks passed, as the kernel notes it in work/progress.json: JupyterLab shows the folder work/. */
export class ProgressInWork implements ProgressSource {
  readonly note =
    "This is practice, not a grade: it is kept in work/progress.json, and whoever can use that file can change it.";
  readonly #contents: Contents;

  constructor(contents: Contents) {
    this.#contents = contents;
  }

  async passed(): Promise<Readonly<Record<string, Passed>>> {
    if (!(await this.#isThere())) return {};
    const { content } = await this.#contents.get(FILE, { content: true, type: "file", format: "text" });
    const record = parseProgress(String(content));
    if (record !== undefined) return record.passed;
    throw new RangeError("Cannot read work/progress.json: it is damaged. Remedy: w2v progress --reset --yes");
  }

  async reset(): Promise<string> {
    if (!(await this.#isThere())) return "The list is empty.";
    const stamp = new Date().toISOString().slice(0, 19).replace(/[:T]/g, "-");
    const aside = `progress.${stamp}.json`;
    await this.#contents.rename(FILE, aside);
    return `The list starts again. The old one is work/${aside}.`;
  }

  /** Looks into the folder: to ask for a file that is not there is an error in the server's log. */
  async #isThere(): Promise<boolean> {
    const { content } = await this.#contents.get("", { content: true });
    return (content as readonly { readonly path: string }[]).some(({ path }) => path === FILE);
  }
}
