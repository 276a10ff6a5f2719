// npm run course                 runs every lesson, writes build/course/ and build/site/
// npm run course -- 04 05        runs these
// npm run course -- --fast       on smaller corpora
// npm run course -- --into DIR   writes DIR/course/ and DIR/site/ instead of those in build/
import "../print/plain-errors.ts";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { projectRoot } from "../../setup/paths.mjs";
import { buildSite } from "../../site/book/build-site.ts";
import { reportSite } from "../../site/book/report-site.ts";
import { addTry } from "../../site/browser/add-try.ts";
import { readCourse, selectLessons } from "./course-list.ts";
import { progressOn } from "./progress.ts";
import { courseReport } from "./report.ts";
import { runLessons, succeeded } from "./run-lessons.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { fast: { type: "boolean", default: false }, into: { type: "string", default: "build" } },
});
const stop = new AbortController();
process.once("SIGINT", () => {
  console.log("\nstopping the kernel");
  stop.abort();
});

const course = readCourse(projectRoot);
const into = resolve(projectRoot, values.into);
const build = join(into, "course");
const results = await runLessons(selectLessons(course.lessons, positionals), {
  root: projectRoot,
  build,
  fast: values.fast ? "1" : undefined,
  signal: stop.signal,
  progress: progressOn(process.stdout),
});
if (results.length > 0) console.log(`\n${courseReport(results)}`);
if (stop.signal.aborted) {
  console.log("\nstopped before the end: no site was written");
  process.exitCode = 130;
} else {
  const target = join(into, "site");
  const site = await buildSite({ course, notebooks: build, target, browser: true });
  console.log(`\n${reportSite(site)}`);
  console.log(await addTry(target));
  if (!results.every(succeeded)) process.exitCode = 1;
}
