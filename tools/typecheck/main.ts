// Type-checks every notebook as one module by the project's compiler. With --kernel: the lessons also cell by cell, by
// the kernel's own compiler. Neither runs anything.
import "../print/plain-errors.ts";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { counted } from "../../kernel-helpers/src/base/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
import { checkByCompiler } from "./check-by-compiler.ts";
import { checkByKernel } from "./check-by-kernel.ts";
import { readNotebooks } from "./read-notebooks.ts";

const { values } = parseArgs({ options: { kernel: { type: "boolean", default: false } } });
const lessons = readNotebooks(projectRoot, "notebooks");
const exercises = ["exercises", "solutions"].flatMap((folder) => readNotebooks(projectRoot, folder));
const notebooks = [...lessons, ...exercises];
const problems = [
  ...checkByCompiler(notebooks, join(projectRoot, "build/typecheck")),
  ...(values.kernel ? checkByKernel(lessons) : []), // the gate runs the exercises in the kernel itself
];
for (const problem of problems) console.error(problem);
console.log(`${counted(notebooks.length, "notebook")}, ${counted(problems.length, "problem")}`);
if (problems.length > 0) process.exitCode = 1;
