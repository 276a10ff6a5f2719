import { cpSync, rmSync } from "node:fs";
import { join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";
import { readCourse } from "../../tools/course/course-list.ts";
import { buildKernel } from "./build-kernel.ts";
import { buildLite } from "./build-lite.ts";
import { buildOnce, replaceFolder } from "./build-once.ts";
import { inputState } from "./input-state.ts";

const build = join(projectRoot, "build/try");

/**
 * The site for browsers, JupyterLite with the course and our kernel: a folder for any static host. Rebuilt
 * when one of its sources changed. Do not change the folder.
 */
export async function builtTry(): Promise<string> {
  const site = join(build, "site");
  await buildOnce({
    folder: site,
    state: () => inputState(projectRoot),
    build: async (part) => {
      const work = join(build, `work-${process.pid}`);
      const kernel = join(work, "kernel");
      try {
        const inputs = await buildKernel(kernel);
        const course = readCourse(projectRoot);
        await buildLite({ course, kernel, inputs, work: join(work, "lite"), target: part });
      } finally {
        rmSync(work, { recursive: true, force: true });
      }
    },
  });
  return site;
}

/** Writes the site for browsers into `target`, in one step as far as a server of that folder can see. */
export async function buildTry(target: string): Promise<void> {
  const site = await builtTry();
  const part = `${target}.part-${process.pid}`;
  rmSync(part, { recursive: true, force: true });
  cpSync(site, part, { recursive: true });
  replaceFolder(target, part);
}
