import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { earlierName } from "./rename-earlier-copies.ts";
import {
  ARGUMENTS,
  COPIES,
  COURSE,
  courseState,
  makeCourse,
  removeCourse,
  startProblem,
} from "./start.suite.ts";
import { prepareLesson } from "./start.ts";

let root = "";
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "w2v-start-"));
  makeCourse(root);
});
afterEach(() => {
  removeCourse(root);
  rmSync(root, { recursive: true });
});

/** States that another user, such as root, does not meet are for npm run attack. */
const states = Object.entries(COPIES).filter(([, { takesNoCopy }]) => !takesNoCopy);

const cases = states.flatMap(([state, copies]) =>
  [false, true].flatMap((fresh) =>
    ARGUMENTS.map(([argument, lesson]) => ({ state, copies, fresh, argument, lesson })),
  ),
);

describe("prepareLesson()", () => {
  test.each(cases)("reads $argument as $lesson (fresh: $fresh) with $state", (given) => {
    const { copies, fresh, argument, lesson } = given;
    copies.make(root);
    const before = courseState(root);
    const start = (): ReturnType<typeof prepareLesson> => prepareLesson(root, argument, fresh);
    let isDone = false;

    if (lesson === undefined) {
      expect(start).toThrow(`Cannot open lesson "${argument}" as it must be one of 00, 01, 10`);
    } else if (copies.isRefused) {
      expect(start).toThrow();
    } else {
      const { notebook, copied, earlier } = start();
      isDone = true;
      expect(notebook).toBe(COURSE.find((path) => path.startsWith(`notebooks/${lesson}-`)));
      const after = courseState(root);
      // every copy of before is still there, under its name or the dated one that was said
      for (const { path, keptAs } of copied) {
        if (keptAs === undefined) continue;
        const was = before.get(`work/${path}`) ?? before.get(`work/${earlierName(path)}`);
        expect(after.get(`work/${keptAs}`)).toBe(was);
      }
      const told = earlier.map(({ path, isRenamed }) => [path, isRenamed]);
      const taken = COURSE.filter((path) => before.has(`work/${earlierName(path)}`));
      expect(told).toEqual(taken.map((path) => [path, !before.has(`work/${path}`)]));
    }
    expect(startProblem({ lesson, fresh, copies, before, after: courseState(root), isDone })).toBeUndefined();
  });
});
