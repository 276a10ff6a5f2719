// npm run site: writes build/site/ again from the notebooks that `npm run course` executed
import { join } from "node:path";
import { readCourse } from "./course/course-list.ts";
import { projectRoot } from "./project-root.ts";
import { buildSite } from "./site/build-site.ts";

const index = await buildSite({
  course: readCourse(projectRoot),
  notebooks: join(projectRoot, "build/course"),
  target: join(projectRoot, "build/site"),
});
console.log(`open ${index}`);
