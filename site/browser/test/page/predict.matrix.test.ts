import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { projectRoot } from "../../../../setup/paths.mjs";
import { findProgram } from "../../../../tools/programs/find-program.ts";
import { withLab } from "./with-lab.ts";

const chromium = findProgram("chromium");
const screenshots = join(projectRoot, "build/screenshots");

describe.runIf(chromium)("a prediction in a lesson", () => {
  const visit = withLab(chromium, "predict", { emptyNotebook: false });

  test("is typed or chosen by keyboard, compared, and only then the answer opens", async () => {
    const { page, open, notebook } = await visit();
    await open("notebooks/05-skip-gram.ipynb");
    const before = (await notebook()).cells.length;
    const forms = page.locator("form.w2v-predict");
    const answers = page.locator(".jp-RenderedMarkdown details");
    await forms.first().waitFor();
    expect(await answers.evaluateAll((all) => all.some((one) => (one as HTMLDetailsElement).open))).toBe(
      false,
    );

    const typed = forms.nth(0);
    const field = typed.getByLabel("Your prediction");
    await field.focus();
    await page.keyboard.type("pairs");
    await page.keyboard.press("Enter");
    expect(await typed.getByRole("status").textContent()).toBe(
      "enter a number alone first, such as 12 or 0.25",
    );
    expect(await answers.first().getAttribute("open")).toBeNull();
    await field.fill("13");
    await page.keyboard.press("Enter");
    expect(await typed.getByRole("status").textContent()).toBe("not what you predicted");
    expect(await answers.first().getAttribute("open")).not.toBeNull();
    await field.fill("14");
    await typed.getByRole("button", { name: "Compare" }).press("Space");
    expect(await typed.getByRole("status").textContent()).toBe("✓ as you predicted");

    const chosen = forms.nth(1);
    await chosen.getByRole("radio").first().focus();
    for (const key of ["ArrowRight", "a", "b", "d", "d"]) await page.keyboard.press(key); // commands of a notebook
    await chosen.getByRole("button", { name: "Compare" }).press("Enter");
    expect(await chosen.getByRole("status").textContent()).toBe("✓ as you predicted");
    expect((await notebook()).cells.length).toBe(before);
    mkdirSync(screenshots, { recursive: true });
    await page.screenshot({ path: join(screenshots, "predict.png") });
  });
});
