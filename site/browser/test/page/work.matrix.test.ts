import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { buffer } from "node:stream/consumers";
import { strFromU8, unzipSync } from "fflate";
import type { Download } from "playwright-core";
import { describe, expect, inject, test } from "vitest";
import type { NotebookContent } from "../../../../kernel/browser/page/front-end.ts";
import { projectRoot } from "../../../../setup/paths.mjs";
import { findProgram } from "../../../../tools/programs/find-program.ts";
import { notebookAddress } from "../../lite/landing-page.ts";
import { kernelIsIdle, said } from "./open-lab-page.ts";
import { withLab } from "./with-lab.ts";

const chromium = findProgram("chromium");
const screenshots = join(projectRoot, "build/screenshots");
const LESSON = "notebooks/00-start-here.ipynb";
const MINE = "// my own line";

describe.runIf(chromium)("a learner's work", { timeout: 120_000 }, () => {
  mkdirSync(screenshots, { recursive: true });
  const visit = withLab(chromium, "work", { emptyNotebook: false });
  type Lab = Awaited<ReturnType<typeof visit>>;

  /** Types a line into the first code cell of the open notebook. */
  const change = (lab: Lab): Promise<void> =>
    lab.page.evaluate((line) => {
      const { model } = Reflect.get(globalThis, "jupyterapp").shell.currentWidget.context;
      const cell = [...model.cells].find(({ type }) => type === "code");
      cell.sharedModel.setSource(`${line}\n${cell.sharedModel.getSource()}`);
    }, MINE);
  const firstCode = ({ cells }: NotebookContent): string =>
    [cells.find(({ cell_type }) => cell_type === "code")?.source ?? ""].flat().join("");
  const choose = (lab: Lab, name: string): Promise<void> =>
    lab.page.locator(".jp-Dialog").getByRole("button", { name }).click();
  const fromFileMenu = async (lab: Lab, name: string): Promise<void> => {
    await lab.page.click('.lm-MenuBar-itemLabel:text-is("File")');
    await lab.page.click(`.lm-Menu-itemLabel:text-is("${name}")`);
  };

  test("Download my work says so if nothing was changed, and then gives a zip file of all changed notebooks, also unsaved ones", async () => {
    const lab = await visit.again();
    await lab.open(LESSON);
    await fromFileMenu(lab, "Download my work");
    await lab.page.waitForSelector('.Toastify__toast:has-text("nothing to download yet")');
    await lab.save("mine.ipynb", ["console.log(1);"]);
    await change(lab);
    const [file] = await Promise.all([
      lab.page.waitForEvent("download"),
      fromFileMenu(lab, "Download my work"),
    ]);
    expect(file.suggestedFilename()).toBe("my-work.zip");
    const files = unzipSync(await bytesOf(file));
    expect(Object.keys(files).sort()).toEqual(["mine.ipynb", LESSON, "progress.json"]);
    expect(firstCode(JSON.parse(strFromU8(files[LESSON] as Uint8Array)))).toContain(MINE);
  });

  test("Reset this lesson asks, and keeps what the learner wrote as a copy", async () => {
    const lab = await visit.again();
    const given = firstCode(JSON.parse(readFileSync(join(inject("site"), "files", LESSON), "utf8")));
    await lab.show(LESSON);
    await change(lab);
    await fromFileMenu(lab, "Reset this lesson…");
    await lab.page.waitForSelector('.jp-Dialog:has-text("my copy 1")');
    await lab.page.screenshot({ path: join(screenshots, "try-reset.png") });
    await choose(lab, "Cancel");
    expect(firstCode(await lab.notebook())).toContain(MINE);
    for (const copy of ["my copy 1", "my copy 2"]) {
      if (copy === "my copy 2") await change(lab);
      await fromFileMenu(lab, "Reset this lesson…");
      await lab.page.waitForSelector(`.jp-Dialog:has-text("${copy}")`);
      await choose(lab, "Reset");
      await expect.poll(async () => firstCode(await lab.notebook()), { timeout: 20_000 }).toBe(given);
    }
    expect(firstCode(await lab.read(LESSON))).toBe(given);
    expect(firstCode(await lab.read("notebooks/00-start-here (my copy 1).ipynb"))).toContain(MINE);
  });

  test("Progress lists what passed, keeps it, exports it as a file, and says that it is practice", async () => {
    const lab = await visit.again();
    const mean = "(numbers: readonly number[]) => numbers.reduce((sum, x) => sum + x, 0) / numbers.length";
    const cell = `import { check } from "kernel-helpers";\nawait check("00-start-here/mean", ${mean});`;
    await lab.show(LESSON);
    await lab.replaceCells([cell]);
    expect((await lab.runAll()).map(said)).toEqual([""]);
    await lab.page.reload();
    await kernelIsIdle(lab.page);
    await lab.page.getByRole("button", { name: "Progress" }).focus();
    await lab.page.keyboard.press("Enter");
    const dialog = lab.page.getByRole("dialog", { name: "Progress" });
    await dialog.waitFor();
    const text = (await dialog.textContent()) ?? "";
    expect(text).toMatch(/^.*1 of \d+ exercises passed\./s);
    expect(text).toMatch(/✓ mean: passed on \d{4}-\d\d-\d\d \(1 point\)/);
    expect(text).toContain("○ hidden layer: not yet (2 points)");
    expect(text).toContain("practice, not a grade");
    await lab.page.screenshot({ path: join(screenshots, "try-progress.png") });
    const [file] = await Promise.all([lab.page.waitForEvent("download"), choose(lab, "Save as a file")]);
    const { exercises, note } = JSON.parse(strFromU8(await bytesOf(file)));
    expect(note).toContain("practice");
    expect(exercises.filter(({ passed }: { passed: boolean }) => passed)).toEqual([
      expect.objectContaining({ exercise: "00-start-here/mean", earned: 1, points: 1 }),
    ]);
  });

  test("a copy that is older than the course's version brings an offer, once, and is not changed", async () => {
    const lab = await visit.again();
    await lab.show(LESSON);
    await change(lab);
    await lab.command("docmanager:save");
    const catalogue = JSON.parse(readFileSync(join(inject("site"), "course.json"), "utf8"));
    catalogue["notebooks/00-start-here"].version = "newer";
    await lab.context.route("**/course.json", (route) => route.fulfill({ json: catalogue }));
    await lab.open(LESSON);
    await lab.page.waitForSelector('.jp-Dialog:has-text("The course has a newer text")');
    await lab.page.screenshot({ path: join(screenshots, "try-newer.png") });
    const opened = lab.context.waitForEvent("page");
    await choose(lab, "Get the new one beside it");
    const beside = await opened;
    await beside.waitForURL(/new%201|new\+1|new 1/);
    await beside.close();
    expect(firstCode(await lab.notebook())).toContain(MINE);
    await lab.open(LESSON);
    expect(firstCode(await lab.notebook())).toContain(MINE);
    await lab.page.waitForLoadState("networkidle"); // the course's list of versions has arrived
    expect(await lab.page.locator(".jp-Dialog").count()).toBe(0);
    await lab.context.unrouteAll();
  });

  test("a copy under an earlier name gets its present name, and an address with the earlier one leads to it", async () => {
    const lab = await visit.again();
    const [earlier, present] = ["exercises/04-cbow.ipynb", "exercises/04-cbow-exercises.ipynb"];
    await lab.show(LESSON);
    await lab.save(earlier, [MINE]);
    await lab.page.goto(lab.site + notebookAddress(earlier));
    await lab.page.waitForURL(lab.site + notebookAddress(present));
    await kernelIsIdle(lab.page);
    expect(firstCode(await lab.notebook())).toBe(MINE);
    await lab.save(earlier, ["// older"]);
    await lab.open(present);
    await lab.page.waitForSelector('.Toastify__toast:has-text("an earlier copy of yours")');
    expect(firstCode(await lab.read(earlier))).toBe("// older");
    expect(firstCode(await lab.read(present))).toBe(MINE);
  });
});

async function bytesOf(file: Download): Promise<Uint8Array> {
  return buffer(await file.createReadStream());
}
