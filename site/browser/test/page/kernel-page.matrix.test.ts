import { describe, expect, test } from "vitest";
import { findProgram } from "../../../../tools/programs/find-program.ts";
import { kernelIsIdle, type LabPage, outputsOf, said } from "./open-lab-page.ts";
import { withLab } from "./with-lab.ts";

const chromium = findProgram("chromium");

describe.runIf(chromium)("a kernel on the page", { timeout: 120_000 }, () => {
  const visit = withLab(chromium, "kernel");

  test("a cell tagged raises-exception does not stop the cells after it", async () => {
    const lab = await visit.again();
    await lab.openCells([
      { code: 'throw new Error("expected");', tags: ["raises-exception"] },
      'console.log("went on");',
    ]);
    const [first, second] = await lab.runAll();
    expect(said(first)).toContain("expected");
    expect(said(second)).toBe("went on\n");
  });

  test("any other error stops them", async () => {
    const lab = await visit.again();
    await lab.openCells(['throw new Error("not expected");', 'console.log("went on");']);
    const [first, second] = await lab.runAll();
    expect(said(first)).toContain("not expected");
    expect(second).toEqual([]);
  });

  test("an uncaught error after the end of its cell stops neither the kernel nor the next cells", async () => {
    const lab = await visit.again();
    const late =
      'setTimeout(() => { throw new Error("late"); });\nawait new Promise((done) => setTimeout(done, 200));';
    await lab.openCells([{ code: late, tags: ["raises-exception"] }, 'console.log("went on");']);
    expect(said((await lab.runAll())[1])).toBe("went on\n");
  });

  test("20,000 lines of output arrive", async () => {
    const lab = await visit.again();
    await lab.openCells(["for (let i = 0; i < 20000; i++) console.log(i);"]);
    const [output] = await lab.runAll();
    expect(said(output).match(/^\d+$/gm)).toHaveLength(20_000);
  });

  test.each([true, false])(
    "Interrupt stops a training and leaves the vectors so far (page isolated: %s)",
    async (isolated) => {
      const lab = await visit.again({ isolated });
      await lab.openCells(TRAINING);
      await runUntilSaid(lab, "begins");
      await lab.command("notebook:interrupt-kernel");
      await kernelIsIdle(lab.page);
      await lab.command("notebook:run-cell"); // the last cell: the interrupt removed it from the queue
      await kernelIsIdle(lab.page);
      expect(said(outputsOf(await lab.notebook())[1])).toMatch(/^8 words, moved: true\n$/);
    },
  );

  test("Interrupt ends a loop that never awaits if the page is isolated, without a notice", async () => {
    const lab = await visit.again();
    await lab.openCells(['console.log("begins"); for (;;) {}']);
    await runUntilSaid(lab, "begins");
    await lab.command("notebook:interrupt-kernel");
    await kernelIsIdle(lab.page);
    expect(await lab.page.locator(".Toastify__toast").count()).toBe(0);
  });

  test("Restart replaces the worker by a new one, and shutting down ends it", async () => {
    const lab = await visit.again(); // the last of its tests: it leaves the page without a kernel
    await lab.openCells(["const kept = 1;", "console.log(typeof kept);"]);
    expect(said((await lab.runAll())[1])).toBe("number\n");
    const [old] = lab.page.workers().filter((worker) => worker.url().endsWith("/static/worker.js"));
    await lab.restart();
    const workers = lab.page.workers().filter((worker) => worker.url().endsWith("/static/worker.js"));
    expect(workers).toHaveLength(1);
    expect(workers[0]).not.toBe(old);
    await lab.page.evaluate(() =>
      Reflect.get(globalThis, "jupyterapp").shell.currentWidget.sessionContext.shutdown(),
    );
    await expect.poll(() => lab.page.workers().length, { timeout: 20_000 }).toBe(0);
  });

  test("an interrupt that a cell reacts to causes no notice", async () => {
    const lab = await visit.again({ isolated: false });
    await lab.page.clock.install();
    await lab.openCells(['console.log("begins"); await new Promise(() => {});']);
    await runUntilSaid(lab, "begins");
    await lab.command("notebook:interrupt-kernel");
    await kernelIsIdle(lab.page);
    await lab.page.clock.fastForward(10_000); // a notice would appear after 2 s
    expect(await lab.page.locator(".Toastify__toast").count()).toBe(0);
  });

  test("if it is not isolated, the page says that only Restart stops the loop, and Restart does", async () => {
    const lab = await visit.again({ isolated: false });
    await lab.openCells(['console.log("begins"); for (;;) {}']);
    await runUntilSaid(lab, "begins");
    await lab.command("notebook:interrupt-kernel");
    await lab.page.waitForSelector('.Toastify__toast:has-text("only Kernel > Restart Kernel stops a loop")', {
      timeout: 60_000,
    });
    await lab.restart();
    await lab.openCells(["console.log(6 * 7);"]);
    expect(said((await lab.runAll())[0])).toBe("42\n");
  });

  test("a worker that does not load is reported in the page and in each cell that is run", async () => {
    const lab = await visit();
    await lab.context.route("**/static/worker.js", (route) => route.fulfill({ status: 404 }));
    await lab.openCells(["console.log(1);", "console.log(2);"]);
    await lab.page.waitForSelector('.Toastify__toast:has-text("Cannot start the kernel")');
    const [first] = await lab.runAll();
    expect(said(first)).toMatch(/Cannot start the kernel: .*Remedy: reload the page/);
  });
});

/** A training of many hours, and a cell that reads its vectors. */
const TRAINING = [
  `import { openBackend, startTraining } from "kernel-helpers";
const backend = await openBackend();
const sentences = Array.from({ length: 200 }, () => ["the", "king", "loves", "the", "queen", "a", "man", "walks", "dogs"]);
const training = startTraining(sentences, { vectorSize: 8, epochs: 1_000_000, minCount: 1 }, backend.tf);
const before = Float64Array.from((await training.inputTable()).data);
let begun = false;
for await (const _ of training) {
  if (!begun) console.log("begins");
  begun = true;
}`,
  `const now = (await training.inputTable()).data;
console.log(\`\${training.vocabulary.words.length} words, moved: \${now.some((x, i) => x !== before[i])}\`);`,
];

/** Starts all cells, and returns as soon as the first one has printed `text`. */
async function runUntilSaid(lab: LabPage, text: string): Promise<void> {
  void lab.command("notebook:run-all-cells").catch(() => {});
  await expect
    .poll(async () => said(outputsOf(await lab.notebook())[0]), { timeout: 30_000 })
    .toContain(text);
}
