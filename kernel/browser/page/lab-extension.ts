// The course's extension of JupyterLab itself, which set-up bundles; extension.ts is the one of the page.

import type { CourseLists } from "./course-lists.ts";
import { figurePlugin } from "./figure-plugin.ts";
import { labPlugin } from "./lab-plugin.ts";
import { takePackages } from "./packages.ts";
import { publishModules } from "./publish-modules.ts";

/** Inserted by the bundler. */
declare const COURSE_LISTS: CourseLists;

/** URL of the folder that contains this script and Plotly. */
const base = new URL(".", (document.currentScript as HTMLScriptElement).src).href;

publishModules("word2vec-lab", {
  "./extension": async (scope) => labPlugin(await takePackages(scope), COURSE_LISTS),
  "./figures": async (scope) => figurePlugin(await takePackages(scope), base),
});
