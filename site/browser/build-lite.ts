import { copyFileSync, readdirSync, rmSync } from "node:fs";
import { join, sep } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";
import type { Course } from "../../tools/course/course-list.ts";
import { writeLicences } from "./licences/write-licences.ts";
import { type TryNotebook, tryCatalogue, tryContents } from "./lite/contents.ts";
import { landingPage } from "./lite/landing-page.ts";
import { nameSite } from "./lite/name-site.ts";
import { runLite } from "./lite/run-lite.ts";
import { writeWhole } from "./modules/write-whole.ts";
import { addServiceWorker } from "./offline/add-service-worker.ts";

/** What the site for browsers is made of. */
export interface LiteOptions {
  readonly course: Course;
  /** Folder of the kernel, a labextension. */
  readonly kernel: string;
  /** The files that went into the kernel's bundles, for the licences. */
  readonly inputs: readonly string[];
  /** Folder to work in; its old content is deleted. */
  readonly work: string;
  /** Folder for the site; its old content is deleted. */
  readonly target: string;
}

/** What the kernel of every lesson loads: the page cannot see its worker's requests. */
const KERNEL_FILES = [
  "worker.js",
  "types.json",
  "modules.json",
  "modules/kernel-helpers.js",
  "modules/questions.js",
  "modules/inflate.js",
].map((part) => `extensions/word2vec-lab-kernel/static/${part}`);

/** Writes a JupyterLite with the course and its kernel: pages, files, licences and the service worker. */
export async function buildLite({ course, kernel, inputs, work, target }: LiteOptions): Promise<void> {
  const notebooks = tryContents(projectRoot, course);
  rmSync(target, { recursive: true, force: true });
  runLite({ course, notebooks, kernel, work, target });
  nameSite(target, course);
  writeWhole(join(target, "index.html"), landingPage(course));
  writeWhole(join(target, "course.json"), tryCatalogue(notebooks));
  copyFileSync(join(projectRoot, "site/book/assets/site.css"), join(target, "landing.css"));
  copyFileSync(join(projectRoot, "kernel/install/logo-svg.svg"), join(target, "favicon.svg"));
  writeLicences(target, inputs);
  await addServiceWorker(target, ["course.json", ...listings(target), ...KERNEL_FILES, ...files(notebooks)]);
}

/** The lists of the site's files. */
function listings(site: string): string[] {
  return readdirSync(join(site, "api"), { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(".json"))
    .map((name) => `api/${name.split(sep).join("/")}`);
}

function files(notebooks: readonly TryNotebook[]): string[] {
  return notebooks.map(({ path }) => `files/${path}`);
}
