// Type-checks the cells of every notebook twice: each notebook as one module by the project's compiler, and cell
// by cell by the kernel's own converter. Neither runs anything.
import { join } from "node:path";
import { projectRoot } from "./project-root.ts";
import { checkByCompiler } from "./typecheck/check-by-compiler.ts";
import { checkByKernel } from "./typecheck/check-by-kernel.ts";
import { readNotebooks } from "./typecheck/read-notebooks.ts";

const notebooks = ["notebooks", "exercises", "solutions"].flatMap((folder) =>
  readNotebooks(projectRoot, folder),
);
const problems = [
  ...checkByCompiler(notebooks, join(projectRoot, "build/typecheck")),
  ...checkByKernel(notebooks),
];
for (const problem of problems) console.error(problem);
console.log(`${notebooks.length} notebooks, ${problems.length} problems`);
if (problems.length > 0) process.exitCode = 1;
