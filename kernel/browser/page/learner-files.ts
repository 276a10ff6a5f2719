import type { Contents, FileModel, NotebookContent } from "./front-end.ts";

/** A notebook and its path. */
export interface LearnerNotebook {
  readonly path: string;
  readonly content: NotebookContent;
}

/** The learner's notebooks in the browser: the course's, including changes, and the learner's own. */
export class LearnerFiles {
  readonly #contents: Contents;

  constructor(contents: Contents) {
    this.#contents = contents;
  }

  async has(path: string): Promise<boolean> {
    const folder = path.includes("/") ? path.slice(0, path.lastIndexOf("/")) : "";
    return (await this.paths(folder)).includes(path);
  }

  /** What is in a folder. */
  async paths(folder: string): Promise<string[]> {
    return (await this.#list(folder)).map(({ path }) => path);
  }

  async notebook(path: string): Promise<NotebookContent> {
    return (await this.#contents.get(path, { content: true })).content as NotebookContent;
  }

  async rename(path: string, to: string): Promise<void> {
    await this.#contents.rename(path, to);
  }

  async save({ path, content }: LearnerNotebook): Promise<void> {
    await this.#contents.save(path, { type: "notebook", format: "json", content });
  }

  /** Every notebook in every folder. */
  async notebooks(folder = ""): Promise<LearnerNotebook[]> {
    const found: LearnerNotebook[] = [];
    for (const { type, path } of await this.#list(folder)) {
      if (type === "directory") found.push(...(await this.notebooks(path)));
      else if (type === "notebook") found.push({ path, content: await this.notebook(path) });
    }
    return found;
  }

  async #list(folder: string): Promise<FileModel[]> {
    return (await this.#contents.get(folder, { content: true })).content as FileModel[];
  }
}
