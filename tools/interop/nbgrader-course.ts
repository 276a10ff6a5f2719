import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";
import { type Ended, runProgram } from "./run-program.ts";

const packages = join(projectRoot, "build/nbgrader");
const lock = join(projectRoot, "setup/locks/nbgrader.txt");

/** Installs nbgrader below build/, once for each list of pins; `.venv` stays as it is. */
export function installNbgrader(): void {
  const mark = join(packages, "installed");
  const pins = readFileSync(lock, "utf8");
  if (textOf(mark) === pins) return;
  rmSync(packages, { recursive: true, force: true });
  const options = ["--quiet", "--no-deps", "--disable-pip-version-check", "--target", packages];
  const hashed = ["--require-hashes", "-r", lock];
  const { status, stderr } = runProgram("python", ["-m", "pip", "install", ...options, ...hashed]);
  if (status !== 0) throw new Error(`Cannot install nbgrader: ${stderr}`);
  writeFileSync(mark, pins);
}

function textOf(file: string): string | undefined {
  try {
    return readFileSync(file, "utf8");
  } catch {
    return undefined;
  }
}

const CONFIG = `c = get_config()
c.CourseDirectory.course_id = "interop"
c.ClearSolutions.begin_solution_delimeter = "BEGIN SOLUTION"
c.ClearSolutions.end_solution_delimeter = "END SOLUTION"
c.ClearSolutions.code_stub = {"typescript": 'throw new Error("TODO");'}
`;

/** A course of nbgrader in its own folder, with one assignment and a notebook `mean`. */
export class NbgraderCourse {
  readonly folder: string;

  constructor(name: string, notebook: object) {
    this.folder = join(projectRoot, "build/fixture/nbgrader", name);
    rmSync(this.folder, { recursive: true, force: true });
    mkdirSync(join(this.folder, "source/ps1"), { recursive: true });
    writeFileSync(join(this.folder, "nbgrader_config.py"), CONFIG);
    writeFileSync(join(this.folder, "source/ps1/mean.ipynb"), JSON.stringify(notebook));
  }

  /** Runs `nbgrader COMMAND ps1`. */
  run(command: string): Ended {
    const options = ["--course", this.folder, "--log-level", "INFO"];
    const script = `import os, sys; os.chdir(sys.argv[1]); sys.argv[1:] = sys.argv[2:]
from nbgrader.__main__ import main; main()`;
    return this.#python(["-c", script, this.folder, command, "ps1", ...options]);
  }

  /** Hands in the notebook that learners got, with `from` replaced by `to` in its text. */
  submit(student: string, from: string, to: string): void {
    const folder = join(this.folder, "submitted", student, "ps1");
    cpSync(join(this.folder, "release/ps1"), folder, { recursive: true });
    const file = join(folder, "mean.ipynb");
    const text = readFileSync(file, "utf8");
    const [inside, replacement] = [from, to].map((part) => JSON.stringify(part).slice(1, -1));
    if (!text.includes(inside!)) throw new Error(`Cannot write an answer: ${from} is not in the notebook`);
    writeFileSync(
      file,
      text.replace(inside!, () => replacement!),
    );
  }

  scores(): Record<string, Record<string, number | null>> {
    const program = join(import.meta.dirname, "nbgrader-scores.py");
    const { stdout } = this.#python([program, join(this.folder, "gradebook.db"), "ps1"]);
    return JSON.parse(stdout) as Record<string, Record<string, number | null>>;
  }

  /** Where the executed notebook of a student is. */
  graded(student: string): string {
    return join(this.folder, "autograded", student, "ps1/mean.ipynb");
  }

  #python(args: readonly string[]): Ended {
    // It starts alembic by its name.
    const path = [join(packages, "bin"), process.env.PATH].join(delimiter);
    return runProgram("python", args, { env: { PYTHONPATH: packages, PATH: path } });
  }
}
