import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { setImmediate as nextTurn } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import type { Host, ShowOptions } from "./contract.ts";
import { type DatasetIndex, datasetEntry } from "./dataset-index.ts";
import { openFile, readWhole } from "./files.node.ts";
import { listFolder } from "./folder.node.ts";
import { gunzip } from "./gunzip.node.ts";
import { kernelHost } from "./kernel-host.ts";
import { packageFile } from "./package-file.node.ts";
import { addPassed } from "./progress.node.ts";
import { type ProgressPrinter, progressPrinter } from "./progress-printer.node.ts";
import type { PassedCheck } from "./progress-record.ts";
import { openScratch } from "./scratch.node.ts";
import { standardInput } from "./stdin.node.ts";
import { stopAsked } from "./stop-asked.node.ts";
import { fileError } from "./system-error.node.ts";
import { usableThreads } from "./usable-threads.node.ts";
import { appendTo, removeFile, writeWhole } from "./write-file.node.ts";

export { readProgress, setProgressAside } from "./progress.node.ts";
export { type ProgressPrinter, progressPrinter } from "./progress-printer.node.ts";
export { stopOnInterrupt } from "./stop-asked.node.ts";
export { fileError, isFileError, systemReason } from "./system-error.node.ts";
export { requireWritableFile } from "./write-file.node.ts";

const project = fileURLToPath(new URL("../../../", import.meta.url));
const datasets = join(project, "datasets");
let line: ProgressPrinter | undefined;

/** The host in Node: files, process settings, and the kernel where there is one. */
export const host: Host = {
  name: "node",
  datasets: readIndex,
  asset,
  read: (path) => readWhole(path),
  open: (path, options) => openFile(path, undefined, options),
  list: listFolder,
  stdin: standardInput,
  packageFile: (name) => packageFile(name, project),
  gunzip,
  write: writeWhole,
  append: appendTo,
  remove: removeFile,
  scratch: () => openScratch(),
  async show(bundle, options) {
    const kernel = kernelHost();
    if (kernel) kernel.show(bundle, options);
    else
      print(String(bundle["text/plain"] ?? `(an output of type ${Object.keys(bundle).join(", ")})`), options);
  },
  interrupted: stopAsked,
  yield: () => nextTurn(),
  threads: () => usableThreads(),
  segmenter: () => `ICU ${process.versions.icu ?? "none"}`,
  notePassed,
  setting: (name) => process.env[name],
};

/** Prints to the terminal; text that is not interim replaces the current line. */
function print(text: string, { interim = false }: ShowOptions = {}): void {
  if (interim) {
    line ??= progressPrinter(process.stdout);
    line.show(text);
    return;
  }
  line?.clear();
  line = undefined;
  console.log(text);
}

/**
 * The learner's progress: what W2V_PROGRESS names, or work/progress.json; undefined if it says "off". A relative path counts
 * from the course's folder, since a kernel runs in the folder of its notebook and `w2v` anywhere.
 */
export function progressPath(): string | undefined {
  const named = process.env.W2V_PROGRESS?.trim() ?? "";
  if (named.toLowerCase() === "off") return undefined;
  return resolve(project, named === "" ? "work/progress.json" : named);
}

async function notePassed(check: PassedCheck): Promise<void> {
  const file = progressPath();
  if (file === undefined || kernelHost() === undefined) return; // a script is no lesson
  await addPassed(file, check).catch((error: unknown) => {
    const { message } = fileError("note the progress in", file, error);
    console.warn(message); // the check has passed all the same
  });
}

async function readIndex(): Promise<DatasetIndex> {
  return JSON.parse(new TextDecoder().decode(await readWhole(join(datasets, "index.json")))) as DatasetIndex;
}

async function asset(name: string): Promise<Uint8Array> {
  const entry = datasetEntry(await readIndex(), name);
  const make = entry.package ? `w2v data get ${name}` : "npm run setup";
  const bytes = await readFile(join(datasets, entry.file)).catch((error: unknown) => {
    throw fileError("open", `the file of the data set "${name}"`, error, make);
  });
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  if (sha256 !== entry.sha256) {
    throw new Error(
      `Cannot open the data set "${name}" as its SHA-256 must be ${entry.sha256}: current value is ${sha256}. ` +
        `Remedy: delete datasets/${entry.file} and run ${make}`,
    );
  }
  return bytes;
}
