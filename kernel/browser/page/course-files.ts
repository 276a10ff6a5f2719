import type { NotebookContent } from "./front-end.ts";

/** What the site says about a notebook. */
export interface CatalogueEntry {
  readonly path: string;
  readonly title: string;
  readonly version: string;
}

/** course.json of the site: id of a notebook -> what it is. */
export type Catalogue = Readonly<Record<string, CatalogueEntry>>;

/** What a notebook of the course says about itself. */
export interface CourseMark {
  readonly id: string;
  readonly version: string;
}

/** The mark in a notebook's metadata; undefined for a notebook that is the learner's own. */
export function courseMark({ metadata }: NotebookContent): CourseMark | undefined {
  const { id, version } = (metadata["word2vec-lab"] ?? {}) as Partial<CourseMark>;
  return typeof id === "string" && typeof version === "string" ? { id, version } : undefined;
}

/** The files of the course as the site at `site` has them, without the learner's changes. */
export class CourseFiles {
  readonly #site: URL;

  constructor(site: URL) {
    this.#site = site;
  }

  async catalogue(): Promise<Catalogue> {
    return (await this.#fetch("course.json")).json();
  }

  async notebook({ path }: Pick<CatalogueEntry, "path">): Promise<NotebookContent> {
    return (await this.#fetch(`files/${path.split("/").map(encodeURIComponent).join("/")}`)).json();
  }

  async #fetch(path: string): Promise<Response> {
    const url = new URL(path, this.#site);
    const response = await fetch(url, { cache: "no-cache" });
    if (response.ok) return response;
    throw new Error(`Cannot fetch ${path}: the site answered ${response.status}. Remedy: try again later`);
  }
}
