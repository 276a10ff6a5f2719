import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { projectRoot } from "../../../setup/paths.mjs";
import { escapeHtml } from "../lite/escape-html.ts";
import { courseSecrets } from "./course-secrets.ts";
import { findSecrets } from "./find-secrets.ts";

const secrets = courseSecrets(projectRoot);

describe("courseSecrets()", () => {
  test("contains the solution and the hidden check of each exercise, named after it", () => {
    const names = secrets.map(({ name }) => name);
    expect(names).toContain("solution hidden-layer of 04-cbow");
    expect(names.filter((name) => name.startsWith("hidden check")).length).toBeGreaterThanOrEqual(13);
    expect(names.filter((name) => name.startsWith("solution")).length).toBeGreaterThanOrEqual(13);
  });

  test("contains no text so short that it could occur anywhere", () => {
    expect(secrets.filter(({ text }) => text.replace(/\s/g, "").length < 8)).toEqual([]);
  });
});

describe("findSecrets()", () => {
  let folder = "";
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), "w2v-secrets-"));
    mkdirSync(join(folder, "sub"));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("finds a solved notebook among the files", () => {
    const solved = join(projectRoot, "solutions/04-cbow-solutions.ipynb");
    cpSync(solved, join(folder, "sub/solved.ipynb"));
    expect(findSecrets(folder, secrets)).toContain("sub/solved.ipynb: solution hidden-layer of 04-cbow");
  });

  test("finds each secret as code, in a notebook's lines, as a string in a script and in a page", () => {
    for (const { name, text } of secrets) {
      rmSync(folder, { recursive: true, force: true });
      mkdirSync(folder);
      writeFileSync(join(folder, "a.ts"), text);
      writeFileSync(join(folder, "b.ipynb"), JSON.stringify({ source: text.split(/(?<=\n)/) }, null, 1));
      writeFileSync(join(folder, "c.js"), `const x = ${JSON.stringify(text)};`);
      const coloured = text.split(/\b/).map((word) => `<span>${escapeHtml(word)}</span>`);
      writeFileSync(join(folder, "d.html"), `<pre>${coloured.join("")}</pre>`);
      const found = findSecrets(folder, [{ name, text }]);
      expect(found.sort()).toEqual([`a.ts: ${name}`, `b.ipynb: ${name}`, `c.js: ${name}`, `d.html: ${name}`]);
    }
  });
});

test("the site for browsers contains no solution and no hidden check", () => {
  expect(findSecrets(inject("site"), secrets)).toEqual([]);
});

// npm test runs the whole course into build/test first; to run this test alone, do that once.
const site = join(projectRoot, "build/test/site");
test.runIf(existsSync(site))(
  "the pages of the lessons contain none either (npm run course -- --fast --into build/test)",
  () => {
    expect(findSecrets(site, secrets)).toEqual([]);
  },
);
