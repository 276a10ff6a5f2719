import { execFile } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { promisify } from "node:util";
import { environmentProgram } from "../../../setup/paths.mjs";
import { type Finding, fine, wrong } from "./finding.ts";

const versions =
  "import platform, importlib.metadata as m; print(platform.python_version(), m.version('jupyterlab'))";

/** Python and JupyterLab of the project's environment. */
export async function inspectPython(root: string): Promise<Finding> {
  const name = "Python";
  const python = environmentProgram(root, "python");
  if (!existsSync(python)) return wrong(name, "there is no .venv");
  const config = readFileSync(join(root, ".venv", "pyvenv.cfg"), "utf8");
  const made = /^command = .* (\S.*)$/m.exec(config)?.[1];
  if (made !== undefined && made !== join(root, ".venv")) {
    return wrong(name, `.venv was made in ${made}: this clone was moved`);
  }
  try {
    const { stdout } = await promisify(execFile)(python, ["-c", versions]);
    const [version = "", lab = ""] = stdout.trim().split(" ");
    const wanted = /^jupyterlab==(\S+)/m.exec(readFileSync(join(root, "requirements.txt"), "utf8"))?.[1];
    if (lab !== wanted) return wrong(name, `JupyterLab is ${lab}, wanted ${wanted}`);
    return fine(name, `${version} in .venv, JupyterLab ${lab}`);
  } catch (error) {
    return wrong(name, `JupyterLab does not answer: ${String((error as Error).message).split("\n", 1)}`);
  }
}
