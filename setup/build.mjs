import { existsSync, readdirSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { commandError, runCommand } from "./command.mjs";
import { fingerprint, isStamped, stamp } from "./step.mjs";

/** The types of plain JavaScript come first, since setup runs that before there is a compiler. */
export const PROJECTS = [
  "kernel/install/tsconfig.json",
  "setup/tsconfig.types.json",
  ...["portable", "node", "browser"].map((name) => `kernel-helpers/tsconfig.${name}.json`),
];

/**
 * Compiles kernel-helpers, if a source changed since the last time.
 *
 * @param {string} root
 * @param {{ run?: import("./command.mjs").RunCommand, bundle?: (root: string) => void }} [options]
 * @returns {string}
 */
export function buildHelpers(root, { run = runCommand, bundle = bundleViews } = {}) {
  const mark = join(root, "kernel-helpers/dist/.w2v-setup");
  const value = sourceState(root);
  if (isStamped(mark, value)) return "unchanged";
  // `npx tsc` would be the compiler that tslab brings
  const compiler = join(root, "node_modules/typescript/bin/tsc");
  const result = run(process.execPath, [compiler, "-b", ...PROJECTS], { cwd: root });
  if (result.status !== 0) throw commandError("build kernel-helpers", result);
  bundle(root);
  stamp(mark, value);
  return "built";
}

/**
 * Bundles kernel-helpers/views into one plain script, which outputs carry for front ends that do not know our views, and the chat
 * of `w2v serve-faq` into a script and a style.
 *
 * @param {string} root
 */
function bundleViews(root) {
  /** @type {typeof import("esbuild")} */
  const { buildSync } = createRequire(join(root, "package.json"))("esbuild");
  /** @type {import("esbuild").BuildOptions} */
  const plain = {
    bundle: true,
    minify: true,
    format: "iife",
    platform: "browser",
    target: "es2022",
    charset: "utf8",
    tsconfigRaw: {},
    legalComments: "none",
    logLevel: "error",
  };
  buildSync({
    ...plain,
    entryPoints: ["ts", "css"].map((kind) => ({
      in: join(root, `kernel-helpers/views/chat/served.${kind}`),
      out: "chat",
    })),
    outdir: join(root, "kernel-helpers/dist/chat"),
  });
  buildSync({
    ...plain,
    entryPoints: [join(root, "kernel-helpers/views/script.ts")],
    outfile: join(root, "kernel-helpers/dist/views.js"),
    globalName: "w2vViews",
    // "</script>" in a text of ours would end the element that carries this
    supported: { "inline-script": false },
  });
}

/**
 * Names, sizes and times of everything that the build reads.
 *
 * @param {string} root
 */
function sourceState(root) {
  const configs = filesIn(root, "kernel-helpers", (name) => name.startsWith("tsconfig"), false);
  const sources = ["kernel-helpers/src", "kernel-helpers/views"].flatMap((folder) =>
    filesIn(root, folder, (name) => /\.(?:ts|json|css)$/.test(name)),
  );
  const plain = ["kernel/install", "setup"].flatMap((folder) =>
    filesIn(root, folder, (name) => /\.(?:mjs|json)$/.test(name)),
  );
  return fingerprint(
    [...configs, ...sources, ...plain].sort().map((name) => {
      const { size, mtimeMs } = statSync(join(root, name));
      return `${name} ${size} ${mtimeMs}`;
    }),
  );
}

/**
 * The paths in `folder` that `wanted` takes; none when the folder is not there.
 *
 * @param {string} root
 * @param {string} folder
 * @param {(name: string) => boolean} wanted
 */
function filesIn(root, folder, wanted, recursive = true) {
  const place = join(root, folder);
  if (!existsSync(place)) return [];
  const names = readdirSync(place, { recursive, encoding: "utf8" });
  return names.filter(wanted).map((name) => `${folder}/${name}`);
}
