// The course's extension of JupyterLab itself, which set-up bundles; extension.ts is the one of the page.

import { carefulPlugin } from "./careful-plugin.ts";
import { chartPlugin } from "./chart-plugin.ts";
import { choicesOf } from "./choices-of.ts";
import type { CourseLists } from "./course-lists.ts";
import { figurePlugin } from "./figure-plugin.ts";
import { labPlugin } from "./lab-plugin.ts";
import { takePackages } from "./packages.ts";
import { predictPlugin } from "./predict-plugin.ts";
import type { ProgressSource } from "./progress-source.ts";
import { publishModules } from "./publish-modules.ts";
import { reachablePlugin } from "./reachable-plugin.ts";
import { readablePlugin } from "./readable-plugin.ts";
import { themePlugin } from "./theme-plugin.ts";
import { viewPlugin } from "./view-plugin.ts";

/** Inserted by the bundler. */
declare const COURSE_LISTS: CourseLists;

/** URL of the folder that contains this script and Plotly. */
const base = new URL(".", (document.currentScript as HTMLScriptElement).src).href;

const NAME = "word2vec-lab";

/** The progress, once the front end has started and its files can be read: questions may be drawn before. */
let found: (progress: ProgressSource) => void;
const progress = new Promise<ProgressSource>((resolve) => {
  found = resolve;
});

publishModules(NAME, {
  async "./extension"(scope) {
    const packages = await takePackages(scope);
    return [
      labPlugin(packages, COURSE_LISTS, found),
      carefulPlugin(NAME),
      reachablePlugin(NAME),
      readablePlugin(NAME),
      themePlugin(NAME, packages),
      predictPlugin(packages, NAME),
      chartPlugin(NAME, packages),
    ];
  },
  async "./figures"(scope) {
    const packages = await takePackages(scope);
    return [figurePlugin(packages, base), viewPlugin(packages, { choices: choicesOf(progress) })];
  },
});
