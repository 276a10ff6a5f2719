import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BackendName, randomBelow, seededRandom } from "../../../kernel-helpers/src/index.ts";
import { describeStepper } from "../../../kernel-helpers/src/model/model.suite.ts";
import { projectRoot } from "../../../setup/paths.mjs";
import { WEBGL } from "../../../tools/browser/open-chromium.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { type ComputePage, openComputePage } from "./compute/open-compute-page.ts";
import { remoteStepper } from "./compute/remote-stepper.ts";
import { copyKernel } from "./copy-kernel.ts";

const chromium = findProgram("chromium");
const folder = join(projectRoot, "build/fixture/backends");

/** Chromium emulates a GPU on the CPU. */
const WEBGPU = ["--enable-unsafe-webgpu", "--use-webgpu-adapter=swiftshader"];
const backends: readonly BackendName[] = ["webgpu", "webgl", "wasm", "cpu"];

beforeAll(() => copyKernel(folder));

describe.skipIf(chromium === undefined)("in a worker of Chromium", () => {
  let page: ComputePage;
  beforeAll(async () => {
    page = await openComputePage(
      { name: "chromium", path: chromium as string, options: [...WEBGL, ...WEBGPU] },
      folder,
    );
  });
  afterAll(() => page.close());

  test("auto chooses wasm if the GPUs are emulated on the CPU, and says so in one line", async () => {
    const { name, report } = await page.compute("open", "auto");
    expect(name).toBe("wasm");
    expect(report).toMatch(
      /^backend: wasm, 1 thread, SIMD, TensorFlow\.js 4\.22\.0, ready in \d+ ms\n {2}not used: webgpu: only a software adapter, .*swiftshader.*\n {2}not used: webgl: only a software adapter, .*SwiftShader.*$/,
    );
  });

  test.each(backends)("%s opens if asked for by name", async (name) => {
    expect(await page.compute("open", name)).toMatchObject({
      name,
      report: expect.stringMatching(`^backend: ${name}, .*TensorFlow`),
    });
  });

  test.each(["cuda", "native"] as const)(
    "%s says that it needs Node, and opens no other backend",
    async (name) => {
      await expect(page.compute("open", name)).rejects.toThrow(
        /Cannot open the backend "\w+": a browser cannot load libtensorflow\n {2}fix: open the lesson in Node/,
      );
    },
  );

  test("explainBackends() lists the backends of a browser", async () => {
    const explained = await page.compute("explain", null);
    expect(explained.map(({ name, usable }) => [name, usable])).toEqual(backends.map((name) => [name, true]));
    await page.reload(); // explainBackends() has closed what other tests use
  });

  describe.each(backends)("on %s", (backend) => {
    describeStepper("tensorStep()", 4, (model) => remoteStepper(page, backend, model));

    test("tensorStep() leaves no tensor behind", async () => {
      const table = { rows: 3, width: 2, data: [1, 2, 3, 4, 5, 6] };
      const left: number[] = [];
      for (let time = 0; time < 3; time++) {
        const made = await page.compute("make", { backend, model: { input: table, output: table } });
        const batch = [{ inputs: [0, 1], target: 2, negatives: [1] }];
        await page.compute("step", { made, batch, alpha: 0.1 });
        left.push(await page.compute("close", made));
      }
      expect(left[2]).toBe(left[0]);
    });

    test("scatterRows() equals the plain loop, also for repeated ids", async () => {
      const random = seededRandom(11);
      for (const [rows, width, count] of [
        [1, 1, 5],
        [6, 3, 9],
        [5, 33, 0],
        [300, 8, 1000],
      ] as const) {
        // biome-ignore format: a table
        const numbers = (size: number) => Array.from({ length: size }, () => randomBelow(129, random) - 64);
        const table = { rows, width, data: numbers(rows * width) };
        const ids = Array.from({ length: count }, () => randomBelow(rows, random));
        const changes = { rows: count, width, data: numbers(count * width) };
        const expected = [...table.data];
        ids.forEach((id, i) => {
          for (let d = 0; d < width; d++) expected[id * width + d]! += -0.5 * changes.data[i * width + d]!;
        });
        const job = { backend, table, ids, rows: changes, scale: -0.5 };
        expect(await page.compute("scatter", job)).toEqual(expected);
      }
    });
  });

  test("a read on webgl throws if the GPU was lost", async () => {
    await expect(page.compute("lose", null)).rejects.toThrow(
      'Cannot compute on webgl: the browser took the GPU away, and the tensors on it are lost. Remedy: restart the kernel, or openBackend("wasm")',
    );
    await page.reload();
  });

  test("scatterRows() on webgl rejects an id outside the table", async () => {
    const table = { rows: 2, width: 1, data: [1, 2] };
    const job = { backend: "webgl" as const, table, ids: [0, 2], rows: table, scale: 1 };
    await expect(page.compute("scatter", job)).rejects.toThrow("each index must be 0 to 1: index 1 is 2");
  });
});
