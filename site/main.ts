// npm run site: writes build/site/ again from the notebooks that `npm run course` executed, and build/site/try/
import "../tools/print/plain-errors.ts";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../setup/paths.mjs";
import { readCourse } from "../tools/course/course-list.ts";
import { buildSite } from "./book/build-site.ts";
import { reportSite } from "./book/report-site.ts";
import { addTry } from "./browser/add-try.ts";

parseArgs({ options: {} }); // takes no words
const target = join(projectRoot, "build/site");
const site = await buildSite({
  course: readCourse(projectRoot),
  notebooks: join(projectRoot, "build/course"),
  target,
  browser: true,
});
console.log(reportSite(site));
console.log(await addTry(target));
