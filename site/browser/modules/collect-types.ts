import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { dirname, join, relative } from "node:path";
import ts from "typescript";
import { projectRoot } from "../../../setup/paths.mjs";
import { withoutComments } from "./without-comments.ts";

const require = createRequire(import.meta.url);

/** The path of the packages, as TypeScript in a page sees it. */
const PACKAGES = "/course/node_modules";

/** The language libraries that cells also have in Node; there @types/node includes the second. */
const LIBRARIES = ["lib.es2023.d.ts", "lib.esnext.disposable.d.ts"];

/**
 * The files that TypeScript needs to check a cell in a page: path -> text. They are what `kernel-helpers` and
 * `@tensorflow/tfjs` refer to, the language's own declarations, and a stand-in for `@types/node` with what Node and a
 * worker share.
 */
export function collectTypes(): Map<string, string> {
  const files = new Map<string, string>();
  const globals = readFileSync(join(import.meta.dirname, "lesson-globals.d.ts"), "utf8");
  files.set(`${PACKAGES}/@types/node/package.json`, '{"name":"@types/node","types":"index.d.ts"}');
  files.set(`${PACKAGES}/@types/node/index.d.ts`, withoutComments(globals, { documentation: true }));
  for (const { fileName, text } of declarations(["kernel-helpers", "@tensorflow/tfjs"])) {
    const place = placeOf(fileName);
    files.set(place, withoutComments(text, { documentation: isForReaders(fileName) }));
    const [name] = /(?<=^\/course\/node_modules\/)(?:@[^/]+\/)?[^/]+/.exec(place) ?? [];
    if (name !== undefined) files.set(`${PACKAGES}/${name}/package.json`, describePackage(name));
  }
  return files;
}

/** What TypeScript needs of a package.json to find the package's declarations. */
function describePackage(folder: string): string {
  const path = require.resolve(`${folder}/package.json`);
  const { name, version, types } = JSON.parse(readFileSync(path, "utf8"));
  return JSON.stringify({ name, version, types });
}

/** What is read when a cell imports the packages called `names`. */
function declarations(names: readonly string[]): readonly ts.SourceFile[] {
  const cell = join(projectRoot, "cell.ts");
  const text = names.map((name) => `import ${JSON.stringify(name)};`).join("\n");
  const options: ts.CompilerOptions = {
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: LIBRARIES,
    types: [],
    noEmit: true,
    skipLibCheck: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile } = host;
  host.getSourceFile = (path, languageVersion) =>
    path === cell ? ts.createSourceFile(path, text, languageVersion) : getSourceFile(path, languageVersion);
  const program = ts.createProgram([cell], options, host);
  const [missing] = program.getSemanticDiagnostics();
  if (missing !== undefined) {
    const why = ts.flattenDiagnosticMessageText(missing.messageText, "\n");
    throw new Error(`Cannot collect types: kernel-helpers/dist is not built: ${why}. Remedy: npm run setup`);
  }
  return program.getSourceFiles().filter(({ fileName }) => fileName !== cell);
}

/** The language's declarations are next to the compiler, which thinks it is in /lib. */
function placeOf(file: string): string {
  const library = dirname(ts.getDefaultLibFilePath({}));
  if (file.startsWith(`${library}/`)) return `/lib/${relative(library, file)}`;
  const path = relative(projectRoot, file).replace(/^.*node_modules\//, "");
  return `${PACKAGES}/${path}`;
}

/** Shift-Tab shows documentation of the language, of kernel-helpers and of tensors. */
function isForReaders(file: string): boolean {
  return !file.includes("/node_modules/@") || file.includes("/@tensorflow/tfjs-core/dist/ops/");
}
