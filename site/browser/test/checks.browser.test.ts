import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { exercises } from "../../../kernel-helpers/src/index.ts";
import { projectRoot } from "../../../setup/paths.mjs";
import { gateCourse } from "../../../tools/gate/gate-course.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { executeInPage } from "./execute-in-page.ts";
import { withKernelPage } from "./with-kernel-page.ts";

const path = findProgram("chromium") ?? "";

describe.skipIf(path === "")("the checks in a page", () => {
  const page = withKernelPage({ name: "chromium", path });

  test("fail as shipped, pass when solved, and give each known mistake its own hint, as in Node", async () => {
    const problems = await gateCourse({
      root: projectRoot,
      build: join(projectRoot, "build/gate-in-page"),
      practice: new Map(Object.values(exercises).map((exercise) => [exercise.id, exercise])),
      execute: (options) => executeInPage(page(), options),
    });
    expect(problems).toEqual([]);
  });
});
