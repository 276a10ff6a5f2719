import { existsSync } from "node:fs";
import { join } from "node:path";
import { signatureFolder, writeJupyterSettings } from "../../../setup/jupyter-settings.mjs";
import { environmentProgram, projectRoot } from "../../../setup/paths.mjs";
import type { Arguments, Command } from "./command.ts";
import { type Copied, copyCourse, courseNotebooks, numberOf } from "./course-copies.ts";
import { jupyterArguments, runJupyter } from "./jupyter.ts";
import { portOption } from "./option-values.ts";
import { type EarlierCopy, renameEarlierCopies } from "./rename-earlier-copies.ts";
import { signCopies } from "./sign-copies.ts";
import { UsageError } from "./usage-error.ts";

/** `w2v start`: the course in JupyterLab. */
export const startCommand: Command = {
  name: "start",
  summary: "the course in JupyterLab, on your own copies under work/",
  positionals: "[NN]",
  options: {
    fresh: { help: "starts lesson NN again from a new copy; yours is kept beside it under a dated name" },
    "no-browser": { help: "prints the address instead of opening a browser" },
    port: { value: "N", help: "the port to listen on (default: 8888, or the next free one)" },
  },
  notes: [
    "NN is a lesson's number, such as 04; without it the first lesson opens.",
    "Your copies in work/ are never overwritten. Ctrl-C stops JupyterLab.",
  ],
  examples: ["w2v start", "w2v start 04 --fresh", "w2v start --no-browser --port 9000"],
  run: start,
};

async function start(given: Arguments): Promise<number> {
  const [lesson, ...more] = given.positionals;
  const fresh = given.options.fresh === true;
  const port = portOption(given);
  if (more.length > 0 || (fresh && lesson === undefined)) {
    throw new UsageError(
      "Cannot start the course: give one lesson at most, and with --fresh exactly one, such as w2v start 04 --fresh",
    );
  }
  const python = environmentProgram(projectRoot, "python");
  if (!existsSync(python))
    throw new Error("Cannot start JupyterLab: there is no .venv. Remedy: npm run setup");
  const { notebook, copied, earlier } = prepareLesson(projectRoot, lesson, fresh);
  for (const copy of earlier) console.log(earlierCopyLine(copy));
  for (const { path, keptAs } of copied) {
    console.log(
      keptAs === undefined ? `work/${path}: copied` : `work/${path}: new copy, yours is now work/${keptAs}`,
    );
  }
  const browser = given.options["no-browser"] !== true;
  writeJupyterSettings(projectRoot);
  const copies = courseNotebooks(projectRoot).map((path) => join(projectRoot, "work", path));
  const unsigned = signCopies(python, signatureFolder(projectRoot), copies);
  if (unsigned !== undefined) console.log(`JupyterLab may call your copies "Not Trusted": ${unsigned}`);
  return runJupyter(python, jupyterArguments(projectRoot, { notebook, browser, port }));
}

/** What is said of a copy that was found under an earlier name. */
function earlierCopyLine({ earlier, path, isRenamed }: EarlierCopy): string {
  return isRenamed
    ? `work/${earlier}: yours, now called work/${path}`
    : `work/${earlier}: an earlier copy of yours, kept beside work/${path}, which the course opens`;
}

/** What was prepared for a learner. */
export interface PreparedLesson {
  /** The notebook to open. */
  readonly notebook: string;
  /** The copies in work/ that were made. */
  readonly copied: readonly Copied[];
  /** The copies that were found under names of an earlier version of the course. */
  readonly earlier: readonly EarlierCopy[];
}

/**
 * Prepares work/ for the lesson that a learner names: gives copies their present names, then copies what is missing and,
 * with `fresh`, the notebooks of that lesson. Throws UsageError for another word, before anything changes.
 */
export function prepareLesson(root: string, lesson: string | undefined, fresh: boolean): PreparedLesson {
  const notebooks = courseNotebooks(root);
  const number = lessonNumber(notebooks, lesson);
  const notebook = lessonNotebooks(notebooks).find((path) => numberOf(path) === number) as string;
  const earlier = renameEarlierCopies(root, notebooks);
  return { notebook, earlier, copied: copyCourse(root, fresh ? { fresh: number } : {}) };
}

/**
 * The two digits of the lesson that a learner names, "4" or "04", or of the first one if none is named; throws UsageError
 * for any other word.
 */
export function lessonNumber(notebooks: readonly string[], lesson: string | undefined): string {
  const numbers = lessonNotebooks(notebooks).map(numberOf);
  const found = numbers.find(
    (number) => lesson === undefined || number === lesson || number === `0${lesson}`,
  );
  if (found !== undefined) return found;
  throw new UsageError(`Cannot open lesson "${lesson ?? ""}" as it must be one of ${numbers.join(", ")}`);
}

function lessonNotebooks(notebooks: readonly string[]): string[] {
  return notebooks.filter((path) => path.startsWith("notebooks/"));
}
