import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { Metafile } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exercises } from "../../kernel-helpers/src/practice/index.ts";
import { buildPage } from "./build-page.ts";

/** Every page loads the container before it shows anything. The interactive views are half of it. */
const MOST = 38_000;

describe("buildPage()", () => {
  const folder = mkdtempSync(join(tmpdir(), "w2v-page-half-"));
  let built: Metafile;
  let script = "";
  beforeAll(async () => {
    built = await buildPage(folder);
    script = readFileSync(join(folder, "static/remoteEntry.js"), "utf8");
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  test("lists in package.json a file that exists and modules that it contains", () => {
    const manifest = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
    const { load, extension, mimeExtension } = manifest.jupyterlab._build;
    expect(existsSync(join(folder, load))).toBe(true);
    for (const module of [extension, mimeExtension]) expect(script).toContain(`"${module}"`);
    expect(script).toContain(`"${manifest.name}"`);
  });

  test(`makes what every page loads at most ${MOST} bytes as gzip, and puts Plotly in a separate file`, () => {
    expect(gzipSync(script).length).toBeLessThanOrEqual(MOST);
    const size = (name: string): number => statSync(join(folder, "static", name)).size;
    expect(size("plotly-basic.min.js")).toBeGreaterThan(1e6);
    expect(size("plotly.min.js")).toBeGreaterThan(3 * size("plotly-basic.min.js"));
  });

  test("includes the names and points of the exercises, and nothing that gives away an answer", () => {
    for (const { id, hints } of Object.values(exercises)) {
      expect(script).toContain(id);
      for (const hint of hints) expect(script).not.toContain(hint);
    }
  });

  test("lists its inputs, for the licences", () => {
    const inputs = Object.keys(built.inputs);
    for (const name of ["fflate", "plotly.js-dist", "plotly.js-basic-dist-min"])
      expect(inputs.some((path) => path.includes(`node_modules/${name}/`))).toBe(true);
  });
});
