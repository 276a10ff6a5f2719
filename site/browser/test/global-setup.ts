import type { TestProject } from "vitest/node";
import { shareChromium } from "../../../tools/browser/open-chromium.ts";
import { builtCourse } from "../../../tools/course/built-course.ts";
import { findProgram } from "../../../tools/programs/find-program.ts";
import { builtTry } from "../build-try.ts";

declare module "vitest" {
  interface ProvidedContext {
    /** The folder of the site for browsers; tests do not change it. */
    readonly site: string;
    /** The folder of the lessons as they ran in Node; tests do not change it. */
    readonly course: string;
  }
}

/** Before the tests that need a browser: builds the site, runs the lessons in Node, and starts the Chromium that they share. */
export async function setup({ provide }: TestProject): Promise<() => Promise<void>> {
  provide("site", await builtTry());
  provide("course", await builtCourse());
  const chromium = findProgram("chromium");
  return chromium === undefined ? async () => {} : shareChromium(chromium);
}
