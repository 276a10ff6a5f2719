// npm run audit: asks the services of npm and of Python about known vulnerabilities in the packages of all lock files. Ends
// with 1 if there are any, and with 3 if a service could not be asked about all; a line for each says so.
import "../print/plain-errors.ts";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";
import { LOCK_FILES } from "../lock/lock-file.ts";
import { npmVerdict, type Printed, pythonVerdict } from "./read-audit.ts";

const pipAudit = environmentProgram(projectRoot, "pip-audit");
if (!existsSync(pipAudit)) {
  throw new Error(
    "Cannot check the Python packages: pip-audit is not in .venv. Remedy: npm run setup -- --dev",
  );
}

const verdicts = [
  npmVerdict(printed(process.platform === "win32" ? "npm.cmd" : "npm", ["audit", "--json"])),
  ...LOCK_FILES.map(({ path }) =>
    pythonVerdict(
      printed(pipAudit, [
        ...["--requirement", path, "--require-hashes", "--disable-pip"],
        ...["--format", "json", "--progress-spinner", "off"],
      ]),
      path,
    ),
  ),
];
for (const { line } of verdicts) console.log(line);
if (verdicts.some(({ found }) => found === undefined)) process.exitCode = 3;
if (verdicts.some(({ found }) => found)) process.exitCode = 1;

function printed(program: string, words: readonly string[]): Printed {
  const { stdout, stderr, error } = spawnSync(program, words, {
    cwd: projectRoot,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    shell: program.endsWith(".cmd"),
  });
  return { stdout: stdout ?? "", stderr: stderr || (error?.message ?? "") };
}
