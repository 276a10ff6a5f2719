import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../setup/paths.mjs";
import { readCourse } from "../course/course-list.ts";
import { betweenMarkers } from "./between-markers.ts";
import { outdatedDocuments } from "./documents.ts";
import { missingPaths, repositoryPaths } from "./repository-paths.ts";
import type { Stage } from "./stages.ts";

const paths = repositoryPaths(projectRoot);
const read = (file: string): string => readFileSync(join(projectRoot, file), "utf8");
const documents = paths.filter((path) => path.endsWith(".md"));

test("the generated parts of the documents are current: npm run docs", () => {
  expect(outdatedDocuments(projectRoot)).toEqual([]);
});

test("README.md lists every lesson", () => {
  const { lessons } = readCourse(projectRoot);
  expect(lessons.filter(({ id }) => !read("README.md").includes(`(notebooks/${id}.ipynb)`))).toEqual([]);
});

const stages = JSON.parse(read("kernel-helpers/stages.json")) as readonly Stage[];
const stagesThatRun = (runs: Stage["runs"]): string[] =>
  stages.flatMap((stage) => (stage.runs === runs ? [stage.name] : [])).sort();

test("every stage of stages.json is a folder, and every folder is a stage", () => {
  const folders = paths.flatMap((path) => /^kernel-helpers\/src\/([^/]+)\/$/.exec(path)?.[1] ?? []);
  expect(stages.map(({ name }) => name).sort()).toEqual(folders.sort());
});

test("kernel-helpers exports every portable stage", () => {
  const exported = [...read("kernel-helpers/src/index.ts").matchAll(/"\.\/([\w-]+)\/index\.ts"/g)];
  expect(exported.map(([, name]) => name).sort()).toEqual(stagesThatRun("portable"));
});

test.each([
  ["node", "include"],
  ["portable", "exclude"],
] as const)("tsconfig.%s.json has every stage that needs Node in its %s", (config, list) => {
  const { [list]: patterns } = JSON.parse(read(`kernel-helpers/tsconfig.${config}.json`));
  const folders = (patterns as string[]).flatMap((pattern) => /^src\/([\w-]+)\//.exec(pattern)?.[1] ?? []);
  expect(folders.sort()).toEqual(stagesThatRun("node"));
});

interface IndexEntry {
  readonly file: string;
  readonly bytes: number;
  readonly words?: number;
  readonly records?: number;
  readonly licence: string;
  readonly package?: object;
}

test("every data set has a card, a row with its size and licence, and, where it ships, what the index says", () => {
  const index = JSON.parse(read("datasets/index.json")) as Record<string, IndexEntry>;
  const cards = paths.flatMap((path) => /^datasets\/([^/]+)\/README\.md$/.exec(path)?.[1] ?? []);
  expect(cards.sort()).toEqual(Object.keys(index).sort());
  for (const [name, { file, bytes, words, records, licence, package: from }] of Object.entries(index)) {
    const count =
      words === undefined
        ? `${records?.toLocaleString("en")} records`
        : `${words.toLocaleString("en")} words`;
    expect(read(`datasets/${name}/README.md`)).toMatch(/^\| licence \| .+ \|$/m);
    expect(read("datasets/README.md")).toContain(`| ${count} | ${licence} | [${name}](${name}/README.md) |`);
    if (from) continue; // its texts are not here
    const text = readFileSync(join(projectRoot, "datasets", file));
    const counted =
      words === undefined ? text.toString().trim().split("\n") : text.toString().trim().split(/\s+/);
    expect([text.length, counted.length]).toEqual([bytes, words ?? records]);
  }
});

/** Texts that look like paths but are MIME types, names of metrics or paths on the site. */
const NO_PATHS = ["application/wasm", "train/loss", "try/", "try/course.json"];

test.each(documents)("every path in %s exists", (file) => {
  const missing = missingPaths(read(file), paths);
  expect(missing.filter((word) => !NO_PATHS.includes(word))).toEqual([]);
});

test.each(documents)("every relative link in %s resolves", (file) => {
  const targets = [...read(file).matchAll(/\]\(([^)\s#]+)[^)]*\)/g)].map(([, target = ""]) => target);
  const relative = targets.filter((target) => !/^[a-z]+:/.test(target));
  expect(relative.filter((target) => !existsSync(join(projectRoot, dirname(file), target)))).toEqual([]);
});

test("README.md links to every page of docs/", () => {
  const pages = documents.filter((file) => /^docs\/[^/]+\.md$/.test(file));
  expect(pages.filter((page) => !read("README.md").includes(`(${page}`))).toEqual([]);
});

test("ARCHITECTURE.md shows every folder to the second level, except the cards of data sets", () => {
  const tree = /## The folders\n\n```text\n([\s\S]*?)\n```/.exec(read("ARCHITECTURE.md"))?.[1] ?? "";
  let parent = "";
  const drawn = tree.split("\n").map((line) => {
    const [, indent, name = ""] = /^( *)(\S+) +\S/.exec(line) ?? [];
    if (indent === "") parent = name;
    return indent === "" ? name : `${parent}${name}`;
  });
  const folders = paths.filter((path) => /^[^/]+\/([^/]+\/)?$/.test(path));
  expect(drawn.sort()).toEqual(folders.filter((path) => !/^datasets\/./.test(path)).sort());
});

describe("missingPaths()", () => {
  const some = ["a/", "a/one.ts", "a/b/", "a/b/two.case.ts"];
  test.each([
    ["a file, a folder, both in a command", "`a/one.ts` `a/b/` `npx vitest run a/b`", []],
    ["names that any file may have", "`one.ts` `a/<name>.ts` `*.case.ts` `a/b/{two,three}.case.ts`", []],
    ["missing files", "`a/two.ts` `c/` `gone.cjs`", ["a/two.ts", "c/", "gone.cjs"]],
    [
      "texts that are not paths of the project",
      "`@tensorflow/tfjs` `../build/site/` `https://a/b` `x / y`",
      [],
    ],
    ["a block of code", "```\n`c/d.ts`\n```\n", []],
  ])("looks at %s", (_, text, missing) => {
    expect(missingPaths(text, some)).toEqual(missing);
  });
});

test("betweenMarkers() replaces the text between two markers, and rejects a document without them", () => {
  const text = "a\n<!-- generated: x -->\nold\n<!-- end: npm run docs -->\nb\n";
  const made = betweenMarkers(text, "x", "new", "A.md");
  expect(made).toBe("a\n<!-- generated: x -->\n\nnew\n\n<!-- end: npm run docs -->\nb\n");
  expect(betweenMarkers(made, "x", "new", "A.md")).toBe(made);
  expect(() => betweenMarkers("a\n", "x", "new", "A.md")).toThrow('Cannot write the part "x" of A.md');
});
