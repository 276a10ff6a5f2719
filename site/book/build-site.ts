import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import type { DatasetIndex } from "../../kernel-helpers/src/host/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
import type { Course } from "../../tools/course/course-list.ts";
import { requirePython } from "../require-python.ts";
import { bookJob } from "./book-job.ts";
import { bundlePage } from "./bundle-page.ts";
import { hasChat, writeChat } from "./chat/write-chat.ts";
import { copyAssets } from "./copy-assets.ts";
import { FetchedTexts } from "./fetched-texts.ts";
import { withHiddenTexts } from "./hide-fetched-texts.ts";

/** What the site is made of. */
export interface SiteOptions {
  readonly course: Course;
  /** Folder of the course: exercises, references and glossary are read from there. Default: this project. */
  readonly root?: string;
  /** Folder with the executed notebooks. */
  readonly notebooks: string;
  /** Folder for the site; its old content is deleted. */
  readonly target: string;
  /** Texts that the pages must not show. Default: those of the data sets that may not be passed on and are on this machine. */
  readonly texts?: FetchedTexts;
  /** Whether try/ will be next to the pages, so that they link to it. Default: false. */
  readonly browser?: boolean;
}

/** A book that was written. */
export interface BuiltSite {
  /** Path of the front page. */
  readonly index: string;
  /** What the lessons name and the book does not have: "04-cbow: no reference for Rong 2015". */
  readonly missing: readonly string[];
}

/** Writes the pages and everything they load, so that they work from files and without a network. */
export async function buildSite({
  course,
  root = projectRoot,
  notebooks,
  target,
  texts = fetchedTexts(),
  browser = false,
}: SiteOptions): Promise<BuiltSite> {
  const python = requirePython(projectRoot, "write the site"); // before the old site is deleted
  rmSync(target, { recursive: true, force: true });
  mkdirSync(target, { recursive: true });
  await copyAssets(join(target, "assets"));
  await bundlePage(join(target, "assets"));
  if (hasChat(course)) await writeChat(join(target, "assets"));
  const done = withHiddenTexts(notebooks, texts, (folder) =>
    spawnSync(python, [join(projectRoot, "site/book/convert/main.py")], {
      input: JSON.stringify(bookJob({ course, root, notebooks: folder, target, browser })),
      encoding: "utf8",
      maxBuffer: 2 ** 26,
    }),
  );
  if (done.status !== 0) throw new Error(`Cannot write the site: nbconvert failed: ${done.stderr}`);
  const { missing } = JSON.parse(done.stdout) as { missing: string[] };
  return { index: join(target, "index.html"), missing };
}

function fetchedTexts(): FetchedTexts {
  const folder = join(projectRoot, "datasets");
  return new FetchedTexts(
    folder,
    JSON.parse(readFileSync(join(folder, "index.json"), "utf8")) as DatasetIndex,
  );
}
