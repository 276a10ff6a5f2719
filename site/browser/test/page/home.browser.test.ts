import { describe, expect, test } from "vitest";
import { projectRoot } from "../../../../setup/paths.mjs";
import { readCourse } from "../../../../tools/course/course-list.ts";
import { findProgram } from "../../../../tools/programs/find-program.ts";
import { withLab } from "./with-lab.ts";

const chromium = findProgram("chromium");

describe.runIf(chromium)("the course's name above a lesson", { timeout: 120_000 }, () => {
  const visit = withLab(chromium, "home");

  test("links to the list of lessons, and the lesson stays open", async () => {
    const lab = await visit();
    await lab.open("notebooks/00-start-here.ipynb");
    const home = lab.page.getByRole("link", { name: readCourse(projectRoot).title });
    const [list] = await Promise.all([lab.context.waitForEvent("page"), home.click()]);
    await list.getByRole("link", { name: "Start here" }).waitFor();
    expect(list.url()).toBe(`${lab.site}index.html`);
    expect(lab.page.url()).toContain("00-start-here");
  });
});
