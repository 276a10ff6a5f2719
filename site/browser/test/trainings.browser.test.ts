import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import {
  openBackend,
  openSimd,
  seededRandom,
  startTraining,
  type TrainOptions,
} from "../../../kernel-helpers/src/index.ts";
import { projectRoot } from "../../../setup/paths.mjs";
import { findProgram } from "../../../tools/programs/find-program.ts";
import type { Jobs } from "./compute/jobs.ts";
import { type ComputePage, openComputePage } from "./compute/open-compute-page.ts";
import { copyKernel } from "./copy-kernel.ts";

const folder = join(projectRoot, "build/fixture/trainings");
const browsers = [
  { name: "chromium", isolated: false },
  { name: "chromium", isolated: true },
  { name: "firefox", isolated: false },
] as const;

/** 30 sentences of 8 words each from 20 words, of which the first are more frequent. */
function sentences(): string[][] {
  const random = seededRandom(7);
  const word = (): string => `w${Math.floor(20 * random() ** 2)}`;
  return Array.from({ length: 30 }, () => Array.from({ length: 8 }, word));
}

const base: TrainOptions = { vectorSize: 12, window: 3, minCount: 1, epochs: 2, reports: 4, alpha: 0.1 };
const runs: Readonly<Record<string, TrainOptions>> = {
  "CBOW, softmax": { ...base, negative: 0, batchSize: 64 },
  "CBOW, hierarchical softmax": { ...base, hs: true, batchSize: 64 },
  "CBOW, negative sampling": { ...base, batchSize: 64 },
  "Skip-Gram, negative sampling": { ...base, architecture: "skip-gram", batchSize: 64 },
  "CBOW, adam": { ...base, optimizer: "adam", alpha: 0.01, batchSize: 64 },
};

/** The same training in Node. */
async function here({
  backend,
  simd,
  options,
}: Jobs["train"]["gets"]): Promise<Omit<Jobs["train"]["gives"], "threads">> {
  const by = simd ? openSimd(simd) : backend && (await openBackend(backend)).tf;
  const training = startTraining(sentences(), options, by);
  const losses: number[] = [];
  for await (const { loss } of training) losses.push(loss);
  const vectors = [...(await training.inputTable()).data];
  training.close();
  return { losses, vectors };
}

/** The largest difference; NaN if one of the numbers is NaN. */
function gap(one: readonly number[], other: readonly number[]): number {
  return Math.max(...one.map((x, i) => Math.abs(x - (other[i] as number))));
}

beforeAll(() => copyKernel(folder));

for (const { name, isolated } of browsers) {
  const path = findProgram(name);
  const where = `a worker of ${name}${isolated ? " that may share memory" : ""}`;
  describe.skipIf(path === undefined)(`in ${where}`, () => {
    let page: ComputePage;
    beforeAll(async () => {
      page = await openComputePage({ name, path: path as string }, folder, { isolated });
    });
    afterAll(() => page.close());

    // Measured: no difference. The tolerance allows for the last digit of a browser's exp and log.
    test.each(Object.entries(runs))("a training gives Node's numbers: %s", async (_, options) => {
      for (const [backend, off] of [
        [undefined, 1e-12],
        ["wasm", 1e-6],
      ] as const) {
        const job = { sentences: sentences(), options, ...(backend && { backend }) };
        const [there, expected] = [await page.compute("train", job), await here(job)];
        expect(there.losses.length).toBe(4);
        expect(gap(there.losses, expected.losses)).toBeLessThanOrEqual(off);
        expect(there.vectors.length).toBe(expected.vectors.length);
        expect(gap(there.vectors, expected.vectors)).toBeLessThanOrEqual(off);
      }
    });

    test.each([
      { architecture: "cbow" },
      { architecture: "skip-gram" },
      { architecture: "skip-gram", hs: true },
    ] as const)("the simd engine gives Node's bits on one thread: %o", async (options) => {
      const job = { sentences: sentences(), options: { ...base, ...options }, simd: { threads: 1 } };
      const { losses, vectors } = await page.compute("train", job);
      expect({ losses, vectors }).toEqual(await here(job));
    });

    test(`two threads of the simd engine ${isolated ? "share the memory" : "are one"}`, async () => {
      // steps of so much work that a round has several blocks, for which the threads are started
      const options = { ...base, vectorSize: 300, window: 10, negative: 50, reports: 1 };
      const job = { sentences: sentences(), options, simd: { threads: 2 } };
      const one = await here({ ...job, simd: { threads: 1 } });
      const { losses, threads } = await page.compute("train", job);
      expect(threads).toBe(isolated ? 2 : 1);
      const [first = Number.NaN] = one.losses;
      expect(gap(losses, one.losses) / first).toBeLessThan(0.05); // they overwrite each other's moves now and then
    });

    test("a data set is read from the modules' folder, and an unknown one is reported", async () => {
      expect(await page.compute("words", "toy")).toBe(30);
      await expect(page.compute("words", "none")).rejects.toThrow('Cannot open the data set "none"');
    });

    test("what a lesson saves is there after a reload, and reading anything else is an error", async () => {
      const path = "runs/a/pets.bin";
      const vectors = { cat: [1, 0.5], dog: [-2, 0] };
      expect(await page.compute("keep", { path, vectors })).toEqual(vectors);
      await page.compute("keep", { path, vectors: { cow: [0, 1] } });
      await page.reload();
      expect(await page.compute("load", path)).toEqual(["cow"]);
      await expect(page.compute("load", "runs/b/pets.bin")).rejects.toThrow(
        "Cannot read runs/b/pets.bin in this page: it was never saved in this page",
      );
      await page.compute("keep", { path: "folder.bin/pets.bin", vectors });
      for (const wrong of ["folder.bin", "runs/a/pets.bin/more.bin"]) {
        await expect(page.compute("load", wrong)).rejects.toThrow(
          `Cannot read ${wrong} in this page: its path leads to a folder or through a file. Remedy: check the path`,
        );
      }
    });

    test("Chinese is divided into words, and the record names the browser", async () => {
      const { sentences, record } = await page.compute("divide", ["国王和王后在北京。"]);
      expect(sentences).toEqual([["国王", "和", "王后", "在", "北京"]]);
      const program = name === "firefox" ? "Firefox" : "Chrome";
      expect(record).toEqual({
        tokenizer: "chinese",
        version: 1,
        segmenter: expect.stringMatching(new RegExp(`^${program} [\\d.]+$`)),
      });
    });

    test("a log has a line for each event", async () => {
      const log = await page.compute("log", { path: "run.jsonl", events: 3 });
      const steps = log
        .trimEnd()
        .split("\n")
        .map((line) => JSON.parse(line)._step);
      expect(steps).toEqual([...new Set(steps)]);
      expect(steps.length).toBe(3);
    });
  });
}
