// A prebuilt extension of JupyterLab. A bundler with module federation would write this container; ours is short enough
// to write. JupyterLab calls init() with what it shares, then get() for each module that package.json names.

import { figurePlugin } from "./figure-plugin.ts";
import { homePlugin } from "./home-plugin.ts";
import { kernelPlugin } from "./kernel-plugin.ts";
import { takePackages } from "./packages.ts";
import { ProgressStore } from "./progress-store.ts";
import type { ShareScope } from "./share-scope.ts";
import { themePlugin } from "./theme-plugin.ts";
import { verdictOf } from "./verdict.ts";
import { workPlugin } from "./work-plugin.ts";

/** URL of the folder that contains this script, the worker, and what the worker loads. */
const base = new URL(".", (document.currentScript as HTMLScriptElement).src).href;

let scope: ShareScope = {};

const modules: Readonly<Record<string, () => Promise<unknown>>> = {
  async "./extension"() {
    const packages = await takePackages(scope);
    const site = new URL("../../../", base);
    const progress = new ProgressStore(() => localStorage, site.pathname);
    const kernel = kernelPlugin(packages, base, (message) => progress.note(verdictOf(message)));
    return [kernel, workPlugin(packages, site, progress), homePlugin(packages, site), themePlugin()];
  },
  async "./figures"() {
    return figurePlugin(await takePackages(scope), base);
  },
};

const container = {
  init(shared: ShareScope): void {
    scope = shared;
  },
  async get(name: string): Promise<() => unknown> {
    const exported = await modules[name]?.();
    return () => ({ __esModule: true, default: exported });
  },
};

const page = globalThis as { _JUPYTERLAB?: Record<string, unknown> };
page._JUPYTERLAB ??= {};
page._JUPYTERLAB["word2vec-lab-kernel"] = container;
