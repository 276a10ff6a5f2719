// npm run gate           every exercise fails as shipped, passes when solved, gives each known mistake its own
//                        hint; every question of a lesson is asked there, with an explanation at each choice
// npm run gate -- 04 05  the exercises of these lessons
// npm run gate -- --today  a quarter of the wrong and right answers, another each day, as npm test does
import "../print/plain-errors.ts";
import { join } from "node:path";
import { exercises, loadQuestions } from "kernel-helpers";
import { counted } from "../../kernel-helpers/src/base/index.ts";
import { projectRoot } from "../../setup/paths.mjs";
import { ofToday } from "../test/of-today.ts";
import { gateCourse } from "./gate-course.ts";
import { practiceOf } from "./practice.ts";

const words = process.argv.slice(2);
const today = words.includes("--today");
const problems = await gateCourse({
  root: projectRoot,
  build: join(projectRoot, "build/gate"),
  practice: practiceOf(exercises),
  questions: await loadQuestions(),
  only: words.filter((word) => word !== "--today"),
  tries: (place) => !today || ofToday(place, 4),
  say: console.log,
});
for (const { where, text } of problems) console.error(`${where}: ${text}`);
console.log(counted(problems.length, "problem"));
if (problems.length > 0) process.exitCode = 1;
