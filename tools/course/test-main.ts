// A step of npm test: runs every lesson on a small part of the corpus, and writes build/test/course and its pages.
import "../print/plain-errors.ts";
import { join } from "node:path";
import { projectRoot } from "../../setup/paths.mjs";
import { buildSite } from "../../site/book/build-site.ts";
import { builtCourse } from "./built-course.ts";
import { readCourse } from "./course-list.ts";
import { progressOn } from "./progress.ts";

const notebooks = await builtCourse(progressOn(process.stdout));
const target = join(projectRoot, "build/test/site");
const { index } = await buildSite({ course: readCourse(projectRoot), notebooks, target, browser: true });
console.log(index);
