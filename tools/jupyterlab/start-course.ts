import { execFileSync } from "node:child_process";
import { copyFileSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";
import { type JupyterLab, startJupyterLab } from "./jupyterlab.ts";

/** JupyterLab on a learner's copies. */
export interface CourseInLab {
  readonly lab: JupyterLab;
  /** The learner's folder. */
  readonly work: string;
  /** The address of one of its notebooks, "notebooks/04-cbow.ipynb", alone in the page. */
  address(path: string): string;
}

/** Starts JupyterLab as `w2v start` does, on new copies of the course below `folder`, which is emptied. */
export async function startCourse(folder: string): Promise<CourseInLab> {
  rmSync(folder, { recursive: true, force: true });
  const [work, state] = [join(folder, "work"), join(folder, "state")];
  const copies = ["notebooks", "exercises"].flatMap((name) => copyNotebooks(name, work));
  const lab = await startJupyterLab(work, state, { W2V_PROGRESS: join(work, "progress.json") });
  const sign = join(projectRoot, "setup/sign-notebooks.py");
  execFileSync(environmentProgram(projectRoot, "python"), [sign, lab.signatures, ...copies]);
  return { lab, work, address: (path) => `${lab.url}/lab/tree/${path}?reset` };
}

function copyNotebooks(folder: string, work: string): string[] {
  mkdirSync(join(work, folder), { recursive: true });
  const names = readdirSync(join(projectRoot, folder)).filter((name) => name.endsWith(".ipynb"));
  return names.map((name) => {
    const copy = join(work, folder, name);
    copyFileSync(join(projectRoot, folder, name), copy);
    return copy;
  });
}
