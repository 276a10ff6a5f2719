// The extension of JupyterLite in the page: the kernel and what a learner needs there. lab-extension.ts is JupyterLab's.

import { carefulPlugin } from "./careful-plugin.ts";
import { chartPlugin } from "./chart-plugin.ts";
import { choicesOf } from "./choices-of.ts";
import type { CourseLists } from "./course-lists.ts";
import { figurePlugin } from "./figure-plugin.ts";
import { homePlugin } from "./home-plugin.ts";
import { kernelPlugin } from "./kernel-plugin.ts";
import { namesPlugin } from "./names-plugin.ts";
import { takeLitePackages } from "./packages.ts";
import { predictPlugin } from "./predict-plugin.ts";
import { ProgressStore } from "./progress-store.ts";
import { publishModules } from "./publish-modules.ts";
import { reachablePlugin } from "./reachable-plugin.ts";
import { readablePlugin } from "./readable-plugin.ts";
import { rememberTheme } from "./remembered-theme.ts";
import { themePlugin } from "./theme-plugin.ts";
import { verdictOf } from "./verdict.ts";
import { viewPlugin } from "./view-plugin.ts";
import { workPlugin } from "./work-plugin.ts";

/** Inserted by the bundler. */
declare const COURSE_LISTS: CourseLists;

/** URL of the folder that contains this script, the worker, and what the worker loads. */
const base = new URL(".", (document.currentScript as HTMLScriptElement).src).href;

const NAME = "word2vec-lab-kernel";

const site = new URL("../../../", base);
const progress = new ProgressStore(() => localStorage, site.pathname);

publishModules(NAME, {
  async "./extension"(scope) {
    const packages = await takeLitePackages(scope);
    return [
      kernelPlugin(packages, base, (message) => progress.add(verdictOf(message))),
      workPlugin(packages, { site, progress, lists: COURSE_LISTS }),
      namesPlugin(packages, site),
      carefulPlugin(NAME),
      reachablePlugin(NAME),
      readablePlugin(NAME),
      themePlugin(NAME, packages, (theme) => rememberTheme(() => localStorage, site.pathname, theme)),
      homePlugin(packages, site),
      predictPlugin(packages, NAME),
      chartPlugin(NAME, packages),
    ];
  },
  async "./figures"(scope) {
    const packages = await takeLitePackages(scope);
    return [figurePlugin(packages, base), viewPlugin(packages, { choices: choicesOf(progress) })];
  },
});
