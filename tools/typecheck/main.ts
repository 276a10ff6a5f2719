// Type-checks the cells of every notebook twice: each notebook as one module by the project's compiler, and cell
// by cell the lessons by the kernel's own converter. Neither runs anything.
import "../programs/plain-errors.ts";
import { join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";
import { checkByCompiler } from "./check-by-compiler.ts";
import { checkByKernel } from "./check-by-kernel.ts";
import { readNotebooks } from "./read-notebooks.ts";

const lessons = readNotebooks(projectRoot, "notebooks");
const exercises = ["exercises", "solutions"].flatMap((folder) => readNotebooks(projectRoot, folder));
const notebooks = [...lessons, ...exercises];
const problems = [
  ...checkByCompiler(notebooks, join(projectRoot, "build/typecheck")),
  ...checkByKernel(lessons), // the gate runs the exercises through the kernel itself
];
for (const problem of problems) console.error(problem);
console.log(`${notebooks.length} notebooks, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;
