import { cpSync, existsSync, mkdirSync, renameSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";
import { readCourse } from "../../tools/course/course-list.ts";
import { buildKernel } from "./build-kernel.ts";
import { buildLite } from "./build-lite.ts";
import { buildOnce } from "./test/built-try.ts";
import { inputState } from "./test/input-state.ts";

const build = join(projectRoot, "build/try");

/**
 * The site for browsers, JupyterLite with the course and our kernel: a folder that any static host serves. Made anew
 * when one of its sources changed; the folder is not to be changed.
 */
export async function builtTry(): Promise<string> {
  const site = join(build, "site");
  await buildOnce({
    folder: site,
    state: () => inputState(projectRoot),
    build: async () => {
      const kernel = join(build, "kernel");
      const inputs = await buildKernel(kernel);
      const part = `${site}.part`;
      await buildLite({
        course: readCourse(projectRoot),
        kernel,
        inputs,
        work: join(build, "lite"),
        target: part,
      });
      replaceFolder(site, part);
    },
  });
  return site;
}

/** Writes the site for browsers into `target`: at once, as far as whoever serves that folder can see. */
export async function buildTry(target: string): Promise<void> {
  const site = await builtTry();
  const part = `${target}.part`;
  rmSync(part, { recursive: true, force: true });
  mkdirSync(dirname(target), { recursive: true });
  cpSync(site, part, { recursive: true });
  replaceFolder(target, part);
}

/** Puts a folder in the place of another; a folder that has files cannot be renamed over. */
function replaceFolder(target: string, part: string): void {
  const old = `${target}.old`;
  rmSync(old, { recursive: true, force: true });
  if (existsSync(target)) renameSync(target, old);
  renameSync(part, target);
  rmSync(old, { recursive: true, force: true });
}
