// npm run notebooks            makes notebooks/, exercises/ and solutions/ from their sources
// npm run notebooks -- --check lists what is not current, and then fails

import "../print/plain-errors.ts";
import { parseArgs } from "node:util";
import { counted } from "../../kernel-helpers/src/base/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
import { courseSources } from "./course-files.ts";
import { longCells } from "./long-cells.ts";
import { differences, updateFiles } from "./update-files.ts";

const { values } = parseArgs({ options: { check: { type: "boolean", default: false } } });
const { check } = values;
const found = check ? differences(projectRoot) : updateFiles(projectRoot);
for (const text of longCells(courseSources(projectRoot, "notebooks/src"))) console.warn(text);
for (const { path, problem } of found) console.log(`${path}: ${problem}`);
if (check && found.length > 0) {
  console.error(`${counted(found.length, "notebook")} not current. Remedy: npm run notebooks`);
  process.exitCode = 1;
} else
  console.log(
    found.length === 0 ? "all notebooks are current" : `${counted(found.length, "notebook")} updated`,
  );
