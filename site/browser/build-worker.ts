import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { build, type Metafile, type Plugin } from "esbuild";
import { projectRoot } from "../../setup/paths.mjs";

const kernel = join(projectRoot, "kernel");
const worker = join(kernel, "browser/worker");

/** Replacements for modules of Node and for native packages. */
const STANDINS: Readonly<Record<string, string>> = {
  "@tslab/typescript-for-tslab": join(worker, "typescript.cjs"),
  crypto: join(worker, "node/crypto.ts"),
  fs: join(worker, "node/fs.ts"),
  module: join(worker, "node/module.ts"),
  path: createRequire(import.meta.url).resolve("path-browserify"),
  "timers/promises": join(worker, "node/timers-promises.ts"),
  util: join(worker, "node/util.ts"),
  vm: join(worker, "node/vm.ts"),
  zeromq: join(worker, "node/zeromq.ts"),
};

/** Modules that tslab and TypeScript name but the kernel in a page never calls. */
const NEVER_CALLED = new Set([
  "child_process",
  "commander",
  "inspector",
  "os",
  "perf_hooks",
  "source-map-support",
]);

/** The folder in which tslab and the kernel think they are: tslab looks for its declarations from there. */
const TSLAB = "/course/node_modules/tslab";

/**
 * Bundles the kernel for a web worker: `worker.js` in `folder`. Returns what went into it.
 */
export async function buildWorker(folder: string): Promise<Metafile> {
  const declaration = readFileSync(join(kernel, "common/global-input.d.ts"), "utf8");
  const { metafile } = await build({
    entryPoints: [join(worker, "main.ts")],
    outfile: join(folder, "worker.js"),
    bundle: true,
    minify: true,
    metafile: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    tsconfigRaw: {},
    inject: [join(worker, "node/globals.ts")],
    define: {
      __dirname: JSON.stringify(`${TSLAB}/dist`),
      __filename: JSON.stringify(`${TSLAB}/dist/kernel.js`),
      INPUT_DECLARATION: JSON.stringify({ path: `${TSLAB}/global-input.d.ts`, text: declaration }),
    },
    plugins: [standIns],
    logLevel: "error",
    legalComments: "none",
  });
  return metafile;
}

const standIns: Plugin = {
  name: "stand-ins",
  setup({ onLoad, onResolve }) {
    onResolve({ filter: /.*/ }, ({ path }) => {
      const name = path.replace(/^node:/, "");
      const standIn = STANDINS[name];
      if (standIn !== undefined) return { path: standIn };
      return NEVER_CALLED.has(name) ? { path: name, namespace: "never-called" } : undefined;
    });
    onLoad({ filter: /.*/, namespace: "never-called" }, () => ({ contents: "module.exports = {};" }));
  },
};
