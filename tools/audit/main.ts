// npm run audit: asks the services of npm and of Python about known vulnerabilities in the packages that we fixed. Ends
// with 1 if there are any; where a service cannot be asked, a line says so.
import "../print/plain-errors.ts";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { environmentProgram, projectRoot } from "../../setup/paths.mjs";
import { npmVerdict, pythonVerdict } from "./read-audit.ts";

const LOCK = "setup/locks/authors.txt"; // contains the learners' packages
const pipAudit = environmentProgram(projectRoot, "pip-audit");
if (!existsSync(pipAudit)) {
  throw new Error(
    "Cannot check the Python packages: pip-audit is not in .venv. Remedy: npm run setup -- --dev",
  );
}

const verdicts = [
  npmVerdict(printed(process.platform === "win32" ? "npm.cmd" : "npm", ["audit", "--json"])),
  pythonVerdict(
    printed(pipAudit, [
      ...["--requirement", LOCK, "--require-hashes", "--disable-pip"],
      ...["--format", "json", "--progress-spinner", "off"],
    ]),
    LOCK,
  ),
];
for (const { line } of verdicts) console.log(line);
if (verdicts.some(({ found }) => found > 0)) process.exitCode = 1;

function printed(program: string, words: readonly string[]): string {
  const done = spawnSync(program, words, {
    cwd: projectRoot,
    encoding: "utf8",
    maxBuffer: 1 << 28,
    shell: program.endsWith(".cmd"),
  });
  return done.stdout ?? "";
}
