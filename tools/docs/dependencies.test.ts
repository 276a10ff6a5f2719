import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { sectionRows } from "./section-rows.ts";

type Versions = Readonly<Record<string, string>>;
interface Manifest {
  readonly name: string;
  readonly dependencies?: Versions;
  readonly devDependencies?: Versions;
}

const read = (file: string): string => readFileSync(join(projectRoot, file), "utf8");
const page = read("docs/dependencies.md");

/** A table of the page as package -> version. Throws if a row has no reason. */
function table(heading: string): Versions {
  const rows = sectionRows(page, heading).map(([name = "", version = "", why = ""]) => {
    if (why === "") throw new Error(`${name} has no reason`);
    return [name, version] as const;
  });
  expect(new Set(rows.map(([name]) => name)).size, "a package has one row").toBe(rows.length);
  return Object.fromEntries(rows);
}

const manifests = ["package.json", "kernel/package.json", "kernel-helpers/package.json"].map(
  (file) => JSON.parse(read(file)) as Manifest,
);
const ours = new Set(manifests.map(({ name }) => name));

/** All dependencies of one kind, without our own packages; each package has one version. */
function declared(kind: "dependencies" | "devDependencies"): Versions {
  const all = manifests.flatMap((manifest) => Object.entries(manifest[kind] ?? {}));
  const foreign = new Map(all.filter(([name]) => !ours.has(name)));
  for (const [name, version] of all)
    if (!ours.has(name)) expect([name, version]).toEqual([name, foreign.get(name)]);
  return Object.fromEntries(foreign);
}

/** The requirements that a file lists itself, with the version from it or from the lock file. */
function required(file: string): Versions {
  const lines = read(file).split("\n");
  const names = lines.filter((line) => line !== "" && !/^(#|-r )/.test(line));
  return Object.fromEntries(
    names.map((line) => {
      const [name = "", version] = line.split("==");
      return [name, name.startsWith("./") ? "ours" : (version ?? pinned(name))];
    }),
  );
}

function pinned(name: string): string {
  const found = new RegExp(`^${name}==(\\S+)`, "m").exec(read("setup/locks/authors.txt"))?.[1];
  if (found === undefined) throw new Error(`setup/locks/authors.txt does not fix ${name}`);
  return found;
}

/** The part of a file that a pattern encloses in parentheses. */
function found(file: string, pattern: RegExp): string | undefined {
  return pattern.exec(read(file))?.[1];
}

describe("docs/dependencies.md lists every dependency with its version, and no others", () => {
  const dependencies = declared("dependencies");
  const forAuthors = Object.entries(declared("devDependencies")).filter(([name]) => !(name in dependencies));

  test("npm", () => {
    expect(table("npm, for learners")).toEqual(dependencies);
    expect(table("npm, for authors and tests")).toEqual(Object.fromEntries(forAuthors));
  });

  test("Python", () => {
    expect(table("Python, for learners")).toEqual(required("requirements.txt"));
    expect(table("Python, for authors and tests")).toEqual(required("requirements-dev.txt"));
  });

  test("our Python package is built by the version that the learners' list fixes", () => {
    expect(found("kernel/papermill/pyproject.toml", /flit_core==([\d.]+)/)).toBe(
      required("requirements.txt").flit_core,
    );
  });

  test("what is installed below build/", () => {
    expect(table("Outside the project's environment")).toEqual({
      "tensorflow, tensorflow-cpu": found("setup/gpu/layout.mjs", /TENSORFLOW = "(.*)"/),
      deno: found("kernel/compare/prepare-kernels.ts", /DENO = "(.*)"/),
      nbgrader: found("tools/interop/nbgrader-requirements.txt", /^nbgrader==(.*)$/m),
    });
  });
});
